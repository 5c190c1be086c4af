//! Text as a reader sees it.
//!
//! A page's text comes as UTF-16 code units, because that is what the page's own offsets count and because a lone surrogate
//! survives in it. [`fold`] turns it into folded bytes, in which what looks the same to a reader *is* the same, with a way back
//! ([`Folded::source`]); [`class`] says where words begin and end; [`blocks`] says what the page is made of; [`sentences`] where sentences
//! end. Nothing here knows a glossary's terms.
//!
//! ```
//! use glossator::text::{fold, utf16};
//!
//! // A curly quote, a no-break space and a soft hyphen: what a reader does not see, the matcher does not see.
//! let text = utf16("KPMG’s Five\u{a0}Year block\u{ad}chain");
//! let folded = fold(&text, &[]);
//! assert_eq!(std::str::from_utf8(&folded.bytes).unwrap(), "kpmg's five year blockchain");
//! // … and the way back ends after what was hidden inside the word.
//! assert_eq!(folded.source(17..27), 17..28);
//! ```

mod accents;
pub mod blocks;
pub mod class;
mod cluster;
mod columns;
mod compose;
mod decode;
mod fold;
mod kind;
pub(crate) mod lanes;
mod letters;
mod marks;
mod offsets;
mod pairs;
pub mod sentences;
mod word_runs;
pub(crate) mod words;

pub(crate) use accents::without_accent;
pub(crate) use decode::{char_at, char_before};
pub use decode::{decode_utf16, utf16};
pub use fold::{Folded, Folding, fold, fold_label};
use offsets::OffsetMap;
