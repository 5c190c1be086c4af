//! A glossary as it lies in JavaScript's memory.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::glossary::{Value, ValueKind};

/// A JavaScript value, as `JSON.parse` makes them.
pub(super) struct JsNode(pub JsValue);

impl Value for JsNode {
    const KEEPS_PROSE: bool = false;

    fn kind(&self) -> ValueKind {
        let value = &self.0;
        if value.is_undefined() || value.is_null() {
            ValueKind::Absent
        } else if value.is_string() {
            ValueKind::Text
        } else if Array::is_array(value) {
            ValueKind::Array
        } else if value.is_object() {
            ValueKind::Object
        } else if value.as_bool().is_some() {
            ValueKind::Bool
        } else if value.as_f64().is_some() {
            ValueKind::Number
        } else {
            ValueKind::Other
        }
    }

    fn field(&self, name: &str) -> Self {
        // A getter that throws is the same as a field that is not there.
        Self(Reflect::get(&self.0, &name.into()).unwrap_or(JsValue::UNDEFINED))
    }

    fn field_names(&self) -> Vec<String> {
        let Some(object) = self.0.dyn_ref::<Object>() else {
            return Vec::new();
        };
        Object::keys(object)
            .iter()
            .filter_map(|name| name.as_string())
            .collect()
    }

    fn length(&self) -> usize {
        self.0
            .dyn_ref::<Array>()
            .map_or(0, |array| array.length() as usize)
    }

    fn item(&self, index: usize) -> Self {
        let item = u32::try_from(index).ok().zip(self.0.dyn_ref::<Array>());
        Self(item.map_or(JsValue::UNDEFINED, |(index, array)| array.get(index)))
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn truth(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn has_text(&self) -> bool {
        self.0
            .dyn_ref::<JsString>()
            .is_some_and(|text| text.trim().length() > 0)
    }
}
