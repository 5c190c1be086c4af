//! Finding a glossary's labels in a text.
//!
//! [`Matcher::compile`] folds every label with its inflected forms, asks how strict each is about case and accents, and builds one
//! trie over the distinct folded forms: Aho and Corasick's automaton without the links for failure, which are not needed here.
//! [`Matcher::find`] folds the text, and walks the trie from each place where a word may start and a label does
//! start with these bytes. That differs from the usual "search, then drop what is no whole word" in two ways: most of the
//! text is never shown to the automaton, and a shorter term inside a longer one that turns out not to be a whole word is not lost, because
//! every whole-word end on the way is remembered.
//!
//! Of the hits at one place the longest valid one wins, then the search goes on behind it. Labels that several entries share are
//! one pattern with several candidates: the match carries the one of highest priority, and the others as alternatives.
//!
//! ```
//! use glossator::{Glossary, Matcher, text::utf16};
//!
//! let glossary = Glossary::from_json(r#"{"entries": [
//!     {"term": "capital market", "definition": "Where long-term money is raised."},
//!     {"term": "blockchain", "definition": "A shared ledger."}
//! ]}"#)?;
//! let matcher = Matcher::compile(&glossary)?;
//! let text = utf16("Blockchains in the capital\u{a0}markets");
//! let found: Vec<_> = matcher.find_in(&text).iter().map(|m| (m.start, m.end, m.entry)).collect();
//! assert_eq!(found, [(0, 11, 1), (19, 34, 0)]);
//! # Ok::<(), glossator::Error>(())
//! ```

mod brackets;
mod case;
mod compile;
mod inflect;
mod names;
mod particles;
mod proclitics;
mod resolve;
mod scan;
#[cfg(feature = "parts")]
pub(crate) mod sieve;
mod spelling;
mod starts;
mod surroundings;
mod trie;
mod variants;

use crate::text::{Folded, blocks::Blocks};

#[cfg(all(target_arch = "wasm32", feature = "wasm-marks"))]
pub(crate) use compile::Compiling;
pub use compile::Matcher;
pub use spelling::Habits;
pub(crate) use surroundings::allow;

/// Why a match has its entry and not one of its alternatives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reason {
    /// No other entry has this label.
    #[default]
    Only,
    /// Several have it, and the article does not say enough: priority and the glossary's order decided.
    Priority,
    /// The words of the article speak for it.
    Context,
    /// The words around this place speak for it, though the rest of the article speaks for another.
    Place,
    /// The article defines the label as this.
    Defined,
}

/// One occurrence of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// First UTF-16 code unit.
    pub start: u32,
    /// Behind the last UTF-16 code unit.
    pub end: u32,
    /// Index of the entry.
    pub entry: u32,
    /// Other entries that have the same label, best first.
    pub alternatives: Vec<u32>,
    /// In hundredths: the share of what speaks for any of the entries that speaks for this one. 100 where nothing is left open.
    pub score: u8,
    /// Why this entry.
    pub reason: Reason,
}

impl Matcher {
    /// All occurrences in a text of blocks, in order, none overlapping another.
    #[must_use]
    pub fn find(&self, text: &[u16], blocks: &Blocks) -> Vec<Match> {
        self.find_folded(text, &self.fold(text, &blocks.starts()))
    }

    /// All occurrences in one block of text.
    #[must_use]
    pub fn find_in(&self, text: &[u16]) -> Vec<Match> {
        self.find_folded(text, &self.fold(text, &[]))
    }

    /// Folds a text as the glossary asks for. `block_starts` are offsets in UTF-16 code units, ascending.
    #[must_use]
    pub fn fold(&self, text: &[u16], block_starts: &[u32]) -> Folded {
        self.folding.fold(text, block_starts)
    }

    /// [`find`](Self::find) for a text that [`fold`](Self::fold) has folded.
    #[must_use]
    pub fn find_folded(&self, text: &[u16], folded: &Folded) -> Vec<Match> {
        resolve::matches(self, text, folded).0
    }

    /// The same with the number of the text's words, which are seen on the way.
    pub(crate) fn find_and_count(&self, text: &[u16], folded: &Folded) -> (Vec<Match>, u32) {
        resolve::matches(self, text, folded)
    }
}
