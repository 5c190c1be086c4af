//! An engine for one text, from the few entries of a large glossary that the text can name.
//!
//! Compiling 100,000 entries takes seconds, and what is compiled has tens of megabytes, of which one page needs a few hundredths. So who has such a glossary keeps
//! its *hashes* ([`of_glossary`]) beside its entries, asks which of them a text has ([`of_text`]), and compiles those entries alone. The reading is the same as that of
//! all of them, but for the entries' indices: what a glossary decides as a whole, its [`Habits`], is told to the part, and the rest depends on nothing but the entries whose
//! labels stand in the text. `tests/parts.rs` holds that against random glossaries and texts.
//!
//! Entries keep their order in the part. What is not said of a text here is asked with its title, which names entries too.
//!
//! ```
//! use glossator::engine::parts;
//! use glossator::{Engine, Glossary, ReadOptions, text::{blocks::Blocks, utf16}};
//!
//! let whole = Glossary::from_json(r#"{"entries": [
//!     {"term": "blockchain", "definition": "A shared ledger."},
//!     {"term": "capital market", "definition": "Where long-term money is raised."}
//! ]}"#)?;
//! let text = utf16("Capital markets");
//! let blocks = Blocks::prose(text.len());
//!
//! let hashes = parts::of_text(&text, &blocks);
//! let wanted: Vec<u32> = parts::of_glossary(&whole).into_iter()
//!     .filter(|(hash, _)| hashes.binary_search(hash).is_ok())
//!     .map(|(_, entry)| entry)
//!     .collect();
//! assert_eq!(wanted, [1]);
//!
//! let part = Glossary::from_json(r#"{"entries": [{"term": "capital market", "definition": "Where long-term money is raised."}]}"#)?;
//! let engine = Engine::of_part(part, parts::Habits::of(&whole))?;
//! assert_eq!(engine.read(&text, &blocks, &ReadOptions::default()).matches.len(), 1);
//! # Ok::<(), glossator::Error>(())
//! ```

pub use crate::matcher::Habits;
pub use crate::matcher::sieve::{of_glossary, of_text};
use crate::{Engine, Error, Glossary, Matcher};

impl Engine {
    /// Compiles a part of a glossary that has these habits as a whole.
    ///
    /// # Errors
    ///
    /// When it has more labels than the automaton can hold.
    pub fn of_part(glossary: Glossary, habits: Habits) -> Result<Self, Error> {
        let matcher = Matcher::compile_as(&glossary, habits)?;
        Ok(Self::of(glossary, matcher))
    }
}
