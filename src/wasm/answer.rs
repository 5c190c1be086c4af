//! A [`Reading`] as it crosses to JavaScript: one list of numbers, of which `www/host/flat.js` makes the table of matches and the report again.
//!
//! An object would need an encoder for JavaScript values, and a crossing for each of its fields. What is a fraction goes as the bits of an `f32`.
//!
//! | numbers | what |
//! | --- | --- |
//! | 6 | how many rows of matches, terms, key sentences and numbers of sentences follow; the words; was it truncated? |
//! | 4 each | matches: `start, end, entry, flags` |
//! | 4 each | terms: `entry, count, first, salience` |
//! | 3 each | key sentences: `start, end, score` |
//! | 2 each | sentences: `start, end` |
//! | 1, then 3 each | how many dates; dates: `start, end, day` |
//! | 1, then 5 each | how many figures; figures: `start, end`, the halves of the value, the lower first, and the unit |
//! | 1, then 6 each | how many suggestions; suggestions: `start, end, count, score`, and its sentence's `start, end` |
//! | 1 | how many abbreviations follow |
//! | 5 each | abbreviations: `start, end` of the short form, `start, end` of the long form, one more than the entry or 0 |
//! | 1 | how many numbers of acronyms follow |
//! | 2 each | acronyms: `start, end` |

use crate::article::Definition;
use crate::{Reading, Report};

/// A row of the match table: show a mark here.
const SELECTED: u32 = 1;
/// Another sense of the row before it.
const ALTERNATIVE: u32 = 2;
/// The match lies where nothing may be marked.
const UNMARKABLE: u32 = 4;

/// Above the flags of a match: why it has its entry, and how sure that is.
const REASON_SHIFT: u32 = 8;
const SCORE_SHIFT: u32 = 16;

/// A length as it crosses: what is counted here came as fewer than 2^32 code units.
#[allow(clippy::cast_possible_truncation)]
const fn count(length: usize) -> u32 {
    length as u32
}

pub(super) fn flatten(reading: &Reading) -> Vec<u32> {
    let Report {
        words,
        terms,
        summary,
        sentences,
        facts,
        suggestions,
        abbreviations,
        acronyms,
        truncated,
    } = &reading.report;
    let alternatives: usize = reading.matches.iter().map(|m| m.alternatives.len()).sum();
    let rows = reading.matches.len() + alternatives;
    let found = 3 + 3 * facts.dates.len() + 5 * facts.figures.len() + 6 * suggestions.len();
    let abbreviated = 2 + 5 * abbreviations.len() + acronyms.len();
    let size =
        6 + 4 * (rows + terms.len()) + 3 * summary.len() + sentences.len() + found + abbreviated;
    let mut out = Vec::with_capacity(size);
    out.extend([
        count(rows),
        count(terms.len()),
        count(summary.len()),
        count(sentences.len()),
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
        out.extend([found.start, found.end, found.entry, flags]);
        for &entry in &found.alternatives {
            out.extend([found.start, found.end, entry, ALTERNATIVE]);
        }
    }
    for term in terms {
        let salience = term.salience.to_bits();
        out.extend([term.entry, term.count, term.first, salience]);
    }
    for key in summary {
        out.extend([key.start, key.end, key.score.to_bits()]);
    }
    out.extend(sentences);
    out.push(count(facts.dates.len()));
    for date in &facts.dates {
        out.extend([date.start, date.end, date.day.0]);
    }
    out.push(count(facts.figures.len()));
    for figure in &facts.figures {
        let bits = figure.value.to_bits();
        #[allow(clippy::cast_possible_truncation)] // the halves
        out.extend([
            figure.start,
            figure.end,
            bits as u32,
            (bits >> 32) as u32,
            figure.unit,
        ]);
    }
    out.push(count(suggestions.len()));
    for found in suggestions {
        let (score, sentence) = (found.score.to_bits(), found.sentence);
        out.extend([
            found.start,
            found.end,
            found.count,
            score,
            sentence.start,
            sentence.end,
        ]);
    }
    out.push(count(abbreviations.len()));
    for one in abbreviations {
        let Definition {
            short, long, entry, ..
        } = one;
        let entry = entry.map_or(0, |entry| entry + 1);
        out.extend([short.start, short.end, long.start, long.end, entry]);
    }
    out.push(count(acronyms.len()));
    out.extend(acronyms);
    out
}
