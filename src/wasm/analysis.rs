//! The second module: what a text says besides its terms.
//!
//! It works in a memory of its own, so the text crosses again, with what the first module found in it. The answer is a list of numbers, each kind of row
//! behind the number of its rows (`www/host/flat.js` makes objects of it); what is a fraction goes as the bits of an `f32`:
//!
//! | numbers | what |
//! | --- | --- |
//! | 3 each | key sentences: `start, end, score` |
//! | 2 each | sentences: `start, end` |
//! | 3 each | dates: `start, end, day` |
//! | 5 each | figures: `start, end`, the halves of the value, the lower first, and the unit |
//! | 6 each | suggestions: `start, end, count, score`, and its sentence's `start, end` |
//! | 2 each | acronyms: `start, end` |
//! | 2 each | sentences of the definitions: `start, end` |

use wasm_bindgen::prelude::*;

use super::count;
use crate::article::abbreviations::Abbreviation;
use crate::article::{Day, Language, Term};
use crate::text::blocks::Blocks;
use crate::{Analysis, AnalysisOptions, Found, Match};

/// Bits of the `flags` of [`analyse`].
const SUMMARY: u32 = 1;
const SENTENCES: u32 = 2;
const FACTS: u32 = 4;
const SUGGESTIONS: u32 = 8;

/// Says what a text of UTF-16 code units says; the module says what the numbers of the answer are. `blocks` is the table that the text was read with, and `matches`, `terms`
/// and `defined` are what was found: rows of `start, end, entry`, of `entry, salience`, and of `start, end` of a short and of its long form. `title` is the page's,
/// `today` its day as the number `yyyymmdd` or 0, and `language` what [`Language::from_number`] takes.
/// Empty where the block table does not fit the text: it was said in words when the text was read with it.
#[allow(clippy::too_many_arguments)] // each is a number or a piece of memory: an object would cost more
#[wasm_bindgen]
pub fn analyse(
    text: &[u16],
    blocks: &[u32],
    matches: &[u32],
    terms: &[u32],
    defined: &[u32],
    flags: u32,
    title: &[u16],
    today: u32,
    language: u32,
) -> Vec<u32> {
    let Ok(blocks) = Blocks::from_flat(blocks, text.len()) else {
        return Vec::new();
    };
    let found = Found {
        matches: rows(matches, a_match),
        terms: rows(terms, term),
        defined: rows(defined, abbreviation),
    };
    let options = AnalysisOptions {
        summary: flags & SUMMARY != 0,
        sentences: flags & SENTENCES != 0,
        facts: flags & FACTS != 0,
        suggestions: flags & SUGGESTIONS != 0,
        title: title.to_vec(),
        today: Day(today).checked(),
        language: Language::from_number(language),
    };
    flatten(&crate::analyse(text, &blocks, &found, &options))
}

fn rows<const N: usize, T>(numbers: &[u32], row: fn(&[u32; N]) -> T) -> Vec<T> {
    let mut rows = Vec::new();
    for numbers in numbers.as_chunks().0 {
        rows.push(row(numbers));
    }
    rows
}

fn a_match(&[start, end, entry]: &[u32; 3]) -> Match {
    Match {
        start,
        end,
        entry,
        ..Match::default()
    }
}

fn term(&[entry, salience]: &[u32; 2]) -> Term {
    Term {
        entry,
        count: 0,
        first: 0,
        salience: f32::from_bits(salience),
    }
}

fn abbreviation(&[start, end, from, to]: &[u32; 4]) -> Abbreviation {
    Abbreviation {
        short: start..end,
        long: from..to,
        is_loose: false,
    }
}

fn flatten(analysis: &Analysis) -> Vec<u32> {
    let Analysis {
        summary,
        sentences,
        facts,
        suggestions,
        definitions,
        acronyms,
    } = analysis;
    let mut out = vec![count(summary.len())];
    for key in summary {
        out.extend_from_slice(&[key.start, key.end, key.score.to_bits()]);
    }
    out.push(count(sentences.len() / 2));
    out.extend_from_slice(sentences);
    out.push(count(facts.dates.len()));
    for date in &facts.dates {
        out.extend_from_slice(&[date.start, date.end, date.day.0]);
    }
    out.push(count(facts.figures.len()));
    for figure in &facts.figures {
        let bits = figure.value.to_bits();
        #[allow(clippy::cast_possible_truncation)] // the halves
        let halves = [bits as u32, (bits >> 32) as u32];
        out.extend_from_slice(&[figure.start, figure.end, halves[0], halves[1], figure.unit]);
    }
    out.push(count(suggestions.len()));
    for found in suggestions {
        let (score, sentence) = (found.score.to_bits(), found.sentence);
        let place = [found.start, found.end, found.count, score];
        out.extend_from_slice(&place);
        out.extend_from_slice(&[sentence.start, sentence.end]);
    }
    out.push(count(acronyms.len() / 2));
    out.extend_from_slice(acronyms);
    out.push(count(definitions.len() / 2));
    out.extend_from_slice(definitions);
    out
}
