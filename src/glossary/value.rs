//! A tree of values, wherever it comes from.
//!
//! The rules of the format ([`read`](super::read)) are written once, over this trait. Native code implements it for
//! `serde_json::Value`; the Wasm build implements it for the flat form in which a glossary crosses
//! from JavaScript, where most definitions stay.

/// The JSON type of a value, for error messages and decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`, or a field that is not there.
    Absent,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A text.
    Text,
    /// An array.
    Array,
    /// An object.
    Object,
    /// Anything that JSON does not have.
    Other,
}

impl Kind {
    /// The name with its article, as in "expected a text, found a number".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Absent => "nothing",
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::Array => "an array",
            Self::Object => "an object",
            Self::Other => "something that JSON does not have",
        }
    }
}

/// A JSON-like value that can be asked for its parts.
pub trait Value: Sized {
    /// Are long texts (definitions) whole? Where they stay with the host, the first character stands for most of them, to show that there is one.
    const KEEPS_PROSE: bool;

    /// The value's JSON type.
    fn kind(&self) -> Kind;
    /// A field of an object; an absent value where there is none.
    fn field(&self, name: &str) -> Self;
    /// Calls `visit` with the name of each of an object's fields.
    fn each_name(&self, visit: &mut dyn FnMut(&str));
    /// The number of items of an array; 0 for anything else.
    fn length(&self) -> usize;
    /// An item of an array.
    fn item(&self, index: usize) -> Self;
    /// The text of a text value. Lone surrogates become U+FFFD.
    fn text(&self) -> Option<String>;
    /// The number of a number value.
    fn number(&self) -> Option<f64>;
    /// The truth of a boolean value.
    fn truth(&self) -> Option<bool>;
    /// Is this a text with something other than white space in it? Answered without copying where that is possible.
    fn has_text(&self) -> bool {
        self.text().is_some_and(|text| !text.trim().is_empty())
    }
}
