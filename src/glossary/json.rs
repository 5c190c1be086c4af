//! JSON text as a tree of values, for native code.

use serde_json::Value as Json;

use super::{Glossary, Value, ValueKind, read};
use crate::Error;
use crate::error::Kind;

/// A borrowed JSON value; `None` is a field that is not there.
struct Node<'a>(Option<&'a Json>);

pub(super) fn from_json(text: &str) -> Result<Glossary, Error> {
    let json: Json =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            let message = error.to_string();
            // serde_json appends the position to its message; ours has it in front.
            let problem = message.split(" at line ").next().unwrap_or_default();
            Kind::Json {
                line: error.line(),
                column: error.column(),
                problem: problem.to_owned(),
            }
        })?;
    read::glossary(&Node(Some(&json)))
}

impl Value for Node<'_> {
    const KEEPS_PROSE: bool = true;

    fn kind(&self) -> ValueKind {
        match self.0 {
            None | Some(Json::Null) => ValueKind::Absent,
            Some(Json::Bool(_)) => ValueKind::Bool,
            Some(Json::Number(_)) => ValueKind::Number,
            Some(Json::String(_)) => ValueKind::Text,
            Some(Json::Array(_)) => ValueKind::Array,
            Some(Json::Object(_)) => ValueKind::Object,
        }
    }

    fn field(&self, name: &str) -> Self {
        Self(self.0.and_then(|json| json.get(name)))
    }

    fn each_name(&self, visit: &mut dyn FnMut(&str)) {
        for name in self
            .0
            .and_then(Json::as_object)
            .into_iter()
            .flat_map(|fields| fields.keys())
        {
            visit(name);
        }
    }

    fn length(&self) -> usize {
        self.0.and_then(Json::as_array).map_or(0, Vec::len)
    }

    fn item(&self, index: usize) -> Self {
        Self(self.0.and_then(|json| json.get(index)))
    }

    fn text(&self) -> Option<String> {
        self.0.and_then(Json::as_str).map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.0.and_then(Json::as_f64)
    }

    fn truth(&self) -> Option<bool> {
        self.0.and_then(Json::as_bool)
    }
}
