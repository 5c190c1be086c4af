//! What this article says about its terms: which of them matter ([`terms`]), and which sentences carry it ([`summarise`]).
//!
//! Both work on what the matcher found and on the block table, with counts alone: no model, no word list but a short one of
//! English function words, the same answer every time.

mod salience;
mod summary;

pub use salience::{Term, terms};
pub use summary::{KeySentence, summarise};
