//! The one public error, over a private kind.
//!
//! Everything that can go wrong in this crate is wrong *input*: a glossary that is not what the format says, an
//! option out of range, a block table that does not fit its text. So an error always says **where** (a path such as
//! `entries[3].term`, with the entry's id where it has one), **what was found** and **what was expected**, and it reads as
//! a sentence to the person who has to mend the file. The kind is private, so that a new one breaks nobody.
//!
//! ```
//! use glossator::Glossary;
//!
//! let error = Glossary::from_json(r#"{"entries": [{"term": "Metaverse"}]}"#).unwrap_err();
//! assert_eq!(error.path(), Some("entries[0].definition"));
//! assert_eq!(
//!     error.to_string(),
//!     "entries[0].definition (entry \"Metaverse\"): missing; expected a text that explains the term",
//! );
//! ```

use crate::base::digits::decimal;
use std::fmt;

/// What went wrong, where, and what was expected instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: Box<Kind>,
}

/// A path into the input, and the entry it leads through, for people who search their file by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub path: String,
    /// The id or term of the entry, as the file has it.
    pub entry: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    #[cfg_attr(not(feature = "json"), allow(dead_code))]
    Json {
        line: usize,
        column: usize,
        problem: String,
    },
    Missing {
        place: Place,
        expected: &'static str,
    },
    WrongType {
        place: Place,
        expected: &'static str,
        found: &'static str,
    },
    BadValue {
        place: Place,
        expected: &'static str,
        found: String,
    },
    DuplicateId {
        place: Place,
        id: String,
        first: usize,
    },
    TooMuch {
        what: &'static str,
        found: usize,
        limit: usize,
    },
    Blocks {
        row: usize,
        expected: &'static str,
    },
}

impl Error {
    /// Is it the glossary that is wrong (`glossary-invalid`), or how the engine was called (`option-invalid`)?
    #[must_use]
    pub fn code(&self) -> &'static str {
        match *self.kind {
            Kind::Blocks { .. } => "option-invalid",
            _ => "glossary-invalid",
        }
    }

    /// Where in the input, as a path from the top of the file: `entries[3].term`.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match &*self.kind {
            Kind::Missing { place, .. }
            | Kind::WrongType { place, .. }
            | Kind::BadValue { place, .. }
            | Kind::DuplicateId { place, .. } => Some(&place.path),
            _ => None,
        }
    }
}

impl Error {
    /// Adds the name of the entry that the path leads through.
    pub(crate) fn in_entry(mut self, name: Option<String>) -> Self {
        match &mut *self.kind {
            Kind::Missing { place, .. }
            | Kind::WrongType { place, .. }
            | Kind::BadValue { place, .. }
            | Kind::DuplicateId { place, .. } => place.entry = name,
            _ => {}
        }
        self
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self {
            kind: Box::new(kind),
        }
    }
}

impl std::error::Error for Error {}

impl Place {
    fn name(&self) -> String {
        let path = if self.path.is_empty() {
            "the glossary"
        } else {
            &self.path
        };
        match &self.entry {
            Some(entry) => [path, " (entry \"", entry, "\")"].concat(),
            None => path.to_owned(),
        }
    }
}

impl Error {
    /// What is wrong and where, as a sentence. (`to_string()` says the same; in Wasm it would bring the formatting of the standard library along.)
    #[must_use]
    pub fn message(&self) -> String {
        match &*self.kind {
            Kind::Json {
                line,
                column,
                problem,
            } => {
                let (line, column) = (decimal(*line), decimal(*column));
                ["not JSON, line ", &line, " column ", &column, ": ", problem].concat()
            }
            Kind::Missing { place, expected } => {
                [&place.name(), ": missing; expected ", *expected].concat()
            }
            Kind::WrongType {
                place,
                expected,
                found,
            } => [&place.name(), ": expected ", expected, ", found ", found].concat(),
            Kind::BadValue {
                place,
                expected,
                found,
            } => {
                let place = place.name();
                [&place, ": expected ", expected, ", found \"", found, "\""].concat()
            }
            Kind::DuplicateId { place, id, first } => [
                &place.name(),
                ": the id \"",
                id,
                "\" is taken by entries[",
                &decimal(*first),
                "]; ids are unique in a glossary",
            ]
            .concat(),
            Kind::TooMuch { what, found, limit } => {
                let (found, limit) = (decimal(*found), decimal(*limit));
                [&found, " ", *what, "; at most ", &limit, " are possible"].concat()
            }
            Kind::Blocks { row, expected } => {
                ["block table, row ", &decimal(*row), ": expected ", expected].concat()
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}
