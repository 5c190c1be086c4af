//! What was found as it crosses to JavaScript: a list of numbers, of which `www/host/flat.js` makes the table of matches and the report again.
//!
//! An object would need an encoder for JavaScript values, and a crossing for each of its fields. What is a fraction goes as the bits of an `f32`.
//!
//! A [`Reading`]:
//!
//! | numbers | what |
//! | --- | --- |
//! | 4 | how many rows of matches and of terms follow; the words; was it truncated? |
//! | 4 each | matches: `start, end, entry, flags` |
//! | 4 each | terms: `entry, count, first, salience` |
//! | 5 each, to the end | abbreviations: `start, end` of the short form, `start, end` of the long form, one more than the entry or 0; entries of the article's own are those of [`OWN`](crate::article::OWN) |

use super::count;
use crate::article::Definition;
use crate::{Reading, Report};

/// A row of the match table: show a mark here.
const SELECTED: u32 = 1;
/// Another sense of the row before it.
pub(super) const ALTERNATIVE: u32 = 2;
/// The match lies where nothing may be marked.
const UNMARKABLE: u32 = 4;

/// Above the flags of a match: why it has its entry, and how sure that is.
const REASON_SHIFT: u32 = 8;
const SCORE_SHIFT: u32 = 16;

pub(super) fn flatten(reading: &Reading) -> Vec<u32> {
    let Report {
        words,
        terms,
        abbreviations,
        truncated,
    } = &reading.report;
    let alternatives: usize = reading.matches.iter().map(|m| m.alternatives.len()).sum();
    let rows = reading.matches.len() + alternatives;
    let mut out = Vec::with_capacity(4 + 4 * (rows + terms.len()) + 5 * abbreviations.len());
    out.extend_from_slice(&[
        count(rows),
        count(terms.len()),
        *words,
        u32::from(*truncated),
    ]);
    for (index, found) in reading.matches.iter().enumerate() {
        let mut flags =
            (found.reason as u32) << REASON_SHIFT | u32::from(found.score) << SCORE_SHIFT;
        if reading.selected[index] {
            flags |= SELECTED;
        }
        if reading.unmarkable[index] {
            flags |= UNMARKABLE;
        }
        out.extend_from_slice(&[found.start, found.end, found.entry, flags]);
        for &entry in &found.alternatives {
            out.extend_from_slice(&[found.start, found.end, entry, ALTERNATIVE]);
        }
    }
    for term in terms {
        let salience = term.salience.to_bits();
        out.extend_from_slice(&[term.entry, term.count, term.first, salience]);
    }
    for one in abbreviations {
        let Definition {
            short, long, entry, ..
        } = one;
        let entry = entry.map_or(0, |entry| entry + 1);
        out.extend_from_slice(&[short.start, short.end, long.start, long.end, entry]);
    }
    out
}
