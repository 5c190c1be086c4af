//! Where the article is ([`scope`]), and what it says about its terms: which of them matter ([`terms`]), and which sentences carry it
//! ([`summarise`]).
//!
//! All of it works with counts alone: no model, no word lists but short ones (`lists.rs`), the same answer every time.

pub mod abbreviations;
pub mod acronyms;
mod align;
mod defined;
mod facts;
mod fit;
mod forms;
mod language;
mod lists;
mod phrases;
mod salience;
pub mod scope;
pub mod senses;
mod suggestions;
mod summary;
mod tokens;
mod vocabulary;

pub(crate) use defined::spare;
pub use defined::{Definition, OWN, define};
pub use facts::{Date, Day, Facts, Figure, UNIT_IN_TEXT, facts};
pub use language::Language;
pub use salience::{Term, terms};
pub use suggestions::{Suggestion, suggestions};
pub(crate) use summary::Summary;
pub use summary::{KeySentence, summarise};
pub(crate) use vocabulary::Session;
