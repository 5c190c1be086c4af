//! What is known about terms: a [`Glossary`] of [`Entry`]s, read from the file format and validated.
//!
//! A glossary file is JSON: `{"name": …, "language": …, "entries": [{"term": …, "definition": …, …}, …]}`, and only
//! `term` and `definition` are required. The rules are checked over *any* tree of values ([`Value`]), because the file
//! comes as JSON text to native code and as JavaScript objects to the browser, where `JSON.parse` is there for free and a
//! second parser would cost every reader 21 KB. One set of rules serves both, and gives the same errors.
//!
//! Two entries may share a label. They are *senses* of it, and the article decides between them.
//!
//! ```
//! use glossator::Glossary;
//!
//! let glossary = Glossary::from_json(r#"{"entries": [
//!     {"term": "China Securities Regulatory Commission", "aliases": ["CSRC"], "definition": "China's securities watchdog."}
//! ]}"#)?;
//! let entry = &glossary.entries()[0];
//! assert_eq!(entry.id, "china-securities-regulatory-commission");
//! assert_eq!(entry.labels().map(|label| label.text.as_str()).collect::<Vec<_>>(), [
//!     "China Securities Regulatory Commission", "CSRC",
//! ]);
//! # Ok::<(), glossator::Error>(())
//! ```

mod path;
mod read;
mod slug;
mod value;

#[cfg(feature = "json")]
mod json;

pub use value::{Kind as ValueKind, Value};

use crate::Error;

/// A validated glossary.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    pub(crate) name: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) warnings: Vec<String>,
}

/// One term with what a reader may be told about it.
///
/// In the browser the entry's texts stay JavaScript objects: there, `definition` is only set where it may have to decide between senses.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Unique in the glossary; a slug of the term where the file gives none.
    pub id: String,
    /// The term itself, its first label.
    pub term: Label,
    /// Other labels of the same thing.
    pub aliases: Vec<Label>,
    /// What a reader is told. Where [`Value::KEEPS_PROSE`] is false it may be empty or cut short: there it only serves to tell senses apart.
    pub definition: String,
    /// What kind of thing it is; empty where the file does not say.
    pub category: String,
    /// Ids of other entries.
    pub related: Vec<String>,
    /// Higher wins where two entries claim the same text; 0 by default.
    pub priority: i32,
    /// Words that speak for this sense of a shared label.
    pub context: Vec<String>,
    /// Phrases in which this entry is never meant.
    pub not: Vec<String>,
}

/// A text by which readers meet an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// As the glossary writes it.
    pub text: String,
    /// Does letter case matter?
    pub case: CaseRule,
    /// Are its plural and singular found too?
    pub inflect: bool,
    /// Is it found with other accents too, or without any?
    pub any_accents: bool,
}

/// How a label's letter case is compared with the text's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CaseRule {
    /// Acronyms and mixed-case labels as written, ordinary words in any case.
    #[default]
    Auto,
    /// As written.
    Exact,
    /// In any case.
    Ignore,
}

impl Glossary {
    /// Reads and validates a glossary from its JSON text.
    ///
    /// # Errors
    ///
    /// When the text is not JSON (with line and column) or not a glossary (with the entry and field).
    #[cfg(feature = "json")]
    pub fn from_json(text: &str) -> Result<Self, Error> {
        json::from_json(text)
    }

    /// Reads and validates a glossary from a tree of values.
    ///
    /// # Errors
    ///
    /// When the tree is not a glossary; the error names the entry and field.
    pub fn from_value<V: Value>(value: &V) -> Result<Self, Error> {
        read::glossary(value)
    }

    /// The entries in the file's order; an *entry index* elsewhere in this crate is an index into this slice.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of an index.
    pub(crate) fn entry(&self, index: u32) -> Option<&Entry> {
        self.entries.get(index as usize)
    }

    /// The glossary's name, where the file gives one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The language of the labels (BCP 47); `en` where the file does not say.
    #[must_use]
    pub fn language(&self) -> &str {
        self.language.as_deref().unwrap_or("en")
    }

    /// What is odd about the file and was tolerated: unknown fields (a misspelt `alias`?), `related` ids that no entry has.
    /// Each is a sentence that begins with the place.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

impl Entry {
    /// The term and its aliases.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        std::iter::once(&self.term).chain(&self.aliases)
    }
}
