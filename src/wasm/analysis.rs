//! The second module: what a text says besides its terms; and the third: what editors ask of it.
//!
//! They work in a memory of their own, so the text crosses again, with what the first module found in it. The answer is a list of numbers, each kind of row
//! behind the number of its rows (`www/host/analysis.js` makes objects of it); what is a fraction goes as the bits of an `f32`. [`analyse`] answers with
//!
//! | numbers | what |
//! | --- | --- |
//! | 3 each | key sentences: `start, end, score` |
//! | 3 each | dates: `start, end, day` |
//! | 5 each | figures: `start, end`, the halves of the value, the lower first, and the unit |
//! | 2 each | sentences of the definitions: `start, end` |
//!
//! and [`survey`] with
//!
//! | numbers | what |
//! | --- | --- |
//! | 2 each | sentences: `start, end` |
//! | 6 each | suggestions: `start, end, count, score`, and its sentence's `start, end` |
//! | 2 each | acronyms: `start, end` |

use wasm_bindgen::prelude::*;

use super::answer::ALTERNATIVE;
use super::count;
use crate::article::abbreviations::Abbreviation;
use crate::article::{Day, Language, Term};
use crate::text::blocks::Blocks;
use crate::{Analysis, AnalysisOptions, Found, Match, Survey, SurveyOptions};

/// Bits of the `flags` of a question. With [`SENTENCES`], [`analyse`] reads the whole text for dates and figures, and [`survey`] lists its sentences.
const SUMMARY: u32 = 1;
const SENTENCES: u32 = 2;
const FACTS: u32 = 4;
const SUGGESTIONS: u32 = 8;

/// Numbers at the head of a question.
const HEAD: usize = 8;

/// What is asked of a text.
struct Question {
    flags: u32,
    today: u32,
    language: Language,
    blocks: Blocks,
    found: Found,
    title: Vec<u16>,
}

impl Question {
    /// The numbers of a question (`www/host/analysis.js` writes them), in this order:
    ///
    /// | numbers | what |
    /// | --- | --- |
    /// | 3 | flags; the page's day as `yyyymmdd`, or 0; what [`Language::from_number`] takes |
    /// | 5 | how many numbers the next five have |
    /// | 2 each | the block table that the text was read with: `start, flags` |
    /// | 1 each | terms: `entry` |
    /// | 1 each | terms: `salience` |
    /// | 4 each | abbreviations: `start, end` of the short form, `start, end` of the long form |
    /// | 1 each | the page's title, in UTF-16 code units |
    /// | 4 each, to the end | the match table: `start, end, entry, flags` |
    ///
    /// None where the block table does not fit the text: it was said in words when the text was read with it.
    #[inline(never)] // both modules ask, and it is in one
    fn read(text: &[u16], numbers: &[u32]) -> Option<Self> {
        let (&[flags, today, language, ref counts @ ..], mut rest) =
            numbers.split_first_chunk::<HEAD>()?;
        let mut parts: [&[u32]; HEAD - 3] = Default::default();
        for (part, &count) in parts.iter_mut().zip(counts) {
            (*part, rest) = rest.split_at((count as usize).min(rest.len()));
        }
        let [blocks, entries, saliences, defined, name] = parts;
        let blocks = Blocks::from_flat(blocks, text.len()).ok()?;
        let mut matches = Vec::new();
        for &[start, end, entry, flags] in rest.as_chunks().0 {
            if flags & ALTERNATIVE == 0 {
                matches.push(Match {
                    start,
                    end,
                    entry,
                    ..Match::default()
                });
            }
        }
        let mut title = Vec::new();
        for &unit in name {
            #[allow(clippy::cast_possible_truncation)] // a code unit
            title.push(unit as u16);
        }
        let mut terms = Vec::new();
        for (&entry, &salience) in entries.iter().zip(saliences) {
            terms.push(Term {
                entry,
                count: 0,
                first: 0,
                salience: f32::from_bits(salience),
            });
        }
        let mut abbreviations = Vec::new();
        for &[start, end, from, to] in defined.as_chunks().0 {
            abbreviations.push(Abbreviation {
                short: start..end,
                long: from..to,
                is_loose: false,
            });
        }
        Some(Self {
            flags,
            today,
            language: Language::from_number(language),
            blocks,
            found: Found {
                matches,
                terms,
                defined: abbreviations,
            },
            title,
        })
    }
}

/// Says what a text of UTF-16 code units says; empty where the question cannot be read.
#[wasm_bindgen]
pub fn analyse(text: &[u16], question: &[u32]) -> Vec<u32> {
    let Some(question) = Question::read(text, question) else {
        return Vec::new();
    };
    let options = AnalysisOptions {
        summary: question.flags & SUMMARY != 0,
        facts: question.flags & FACTS != 0,
        whole: question.flags & SENTENCES != 0,
        title: question.title,
        today: Day(question.today).checked(),
        language: question.language,
    };
    let Analysis {
        summary,
        facts,
        definitions,
    } = crate::analyse(text, &question.blocks, &question.found, &options);
    let mut out = vec![count(summary.len())];
    for key in summary {
        out.extend_from_slice(&[key.start, key.end, key.score.to_bits()]);
    }
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
    add_spans(&mut out, &definitions);
    out
}

/// Says of a text of UTF-16 code units what editors ask of it; empty where the question cannot be read.
#[wasm_bindgen]
pub fn survey(text: &[u16], question: &[u32]) -> Vec<u32> {
    let Some(question) = Question::read(text, question) else {
        return Vec::new();
    };
    let options = SurveyOptions {
        sentences: question.flags & SENTENCES != 0,
        suggestions: question.flags & SUGGESTIONS != 0,
        language: question.language,
    };
    let Survey {
        sentences,
        acronyms,
        suggestions,
    } = crate::survey(text, &question.blocks, &question.found, &options);
    let mut out = Vec::new();
    add_spans(&mut out, &sentences);
    out.push(count(suggestions.len()));
    for found in suggestions {
        let (score, sentence) = (found.score.to_bits(), found.sentence);
        let place = [found.start, found.end, found.count, score];
        out.extend_from_slice(&place);
        out.extend_from_slice(&[sentence.start, sentence.end]);
    }
    add_spans(&mut out, &acronyms);
    out
}

/// Adds spans, behind their number.
fn add_spans(out: &mut Vec<u32>, ends: &[u32]) {
    out.push(count(ends.len() / 2));
    out.extend_from_slice(ends);
}
