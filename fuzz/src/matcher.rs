//! The matcher against the oracle: a small glossary and a text.
//!
//! The bytes are lines: one term each up to an empty line, then the text. `=` in front of a label: as written; each `^`: a higher
//! priority; `!` begins a phrase in which the term above is not meant.

use std::ops::Range;

use glossator::text::blocks::{BLOCK, Blocks};
use glossator::text::{class::Class, decode_utf16, fold, fold_label, utf16};
use glossator::{Match, Matcher};

use crate::input;
use crate::oracle::{Hit, Oracle, Term, glossary};

/// More would only make each run slower. (An answer names no more than 16 other terms of one label.)
const MOST_TERMS: usize = 12;
/// The format takes labels up to 1,000 bytes.
const LONGEST_LABEL: usize = 1_000;
/// Longer than any block of bytes that the search may take in one go.
const LONGEST_SHIFT: usize = 67;

pub fn check(data: &[u8]) {
    let (terms, text) = read(data);
    let matcher = Matcher::compile(&glossary(&terms)).expect("few and short labels compile");
    let input::Text { units, starts } = input::text(text);
    let rows: Vec<u32> = [0]
        .iter()
        .chain(&starts)
        .flat_map(|&start| [start, BLOCK])
        .collect();
    let blocks = Blocks::from_flat(&rows, units.len()).expect("ascending starts");

    let found = matcher.find(&units, &blocks);
    agrees_with_the_oracle(&terms, &units, &blocks.starts(), &found);
    place_does_not_matter(&terms, &matcher, &units, data.len() % LONGEST_SHIFT);
}

fn read(data: &[u8]) -> (Vec<Term>, &[u8]) {
    let mut terms: Vec<Term> = Vec::new();
    let mut rest = data;
    while !rest.is_empty() {
        let end = rest
            .iter()
            .position(|&byte| byte == b'\n')
            .unwrap_or(rest.len());
        let line = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = rest.get(end + 1..).unwrap_or_default();
        if line.is_empty() {
            break;
        }
        let label = line.trim_start_matches(['=', '^', '!']);
        if label.trim().is_empty() || label.len() > LONGEST_LABEL {
            continue;
        }
        let signs = &line[..line.len() - label.len()];
        if signs.contains('!') {
            if let Some(term) = terms.last_mut() {
                term.not.push(label.to_owned());
            }
        } else if terms.len() < MOST_TERMS {
            terms.push(Term {
                label: label.trim().to_owned(),
                exact: signs.contains('='),
                priority: i32::try_from(signs.matches('^').count()).expect("few"),
                ..Term::default()
            });
        }
    }
    (terms, rest)
}

/// Where the oracle does not know what the surroundings say, the matcher may leave a hit out; nowhere else, and it may never find more.
fn agrees_with_the_oracle(terms: &[Term], units: &[u16], starts: &[u32], found: &[Match]) {
    let is_found = |hit: &Hit| {
        let place =
            |m: &&Match| (m.start as usize, m.end as usize) == (hit.source.start, hit.source.end);
        found.iter().find(place)
    };
    let expected = Oracle::new(terms, units, starts)
        .longest_first(|hit| is_found(hit).is_some() || !is_doubtful(units, &hit.source));
    let ranges = |range: Range<usize>| (range.clone(), String::from_utf16_lossy(&units[range]));
    let expected_ranges: Vec<_> = expected
        .iter()
        .map(|hit| ranges(hit.source.clone()))
        .collect();
    let found_ranges: Vec<_> = found
        .iter()
        .map(|m| ranges(m.start as usize..m.end as usize))
        .collect();
    assert_eq!(found_ranges, expected_ranges, "found, and by the oracle");
    for hit in &expected {
        let Some(m) = is_found(hit) else { continue };
        let senses: Vec<usize> = [m.entry]
            .iter()
            .chain(&m.alternatives)
            .map(|&entry| entry as usize)
            .collect();
        assert_eq!(senses, hit.terms, "the terms of {:?}", hit.source);
    }
}

/// Is there anything in the run of characters without white space around the hit that may make it an address, a handle or a compound?
fn is_doubtful(units: &[u16], hit: &Range<usize>) -> bool {
    let is_space = |at: usize| decode_utf16(units, at).is_none_or(|(c, _)| c.is_whitespace());
    let mut token = hit.clone();
    while token.start > 0 && !is_space(token.start - 1) {
        token.start -= 1;
    }
    while !is_space(token.end) {
        token.end += 1;
    }
    // A number may be part of a date or of a designation.
    if units[hit.clone()]
        .iter()
        .all(|&unit| (48..58).contains(&unit))
    {
        return true;
    }
    // A full stop of the label's own is one as well.
    let has_stop = [hit.start, hit.end - 1]
        .iter()
        .any(|&at| units[at] == u16::from(b'.'));
    if has_stop && token != *hit {
        return true;
    }
    let around = [&units[token.start..hit.start], &units[hit.end..token.end]].concat();
    let is_telling =
        |c: char| !(c.is_alphanumeric() || matches!(c, ',' | ';' | '!' | '(' | ')' | '"' | '\''));
    around
        .iter()
        .any(|&unit| unit >= 0x80 || is_telling(char::from(u8::try_from(unit).unwrap_or(b'-'))))
}

/// A text holds the same behind any number of other characters, so that where a block of 16 or 64 ends cannot matter.
fn place_does_not_matter(terms: &[Term], matcher: &Matcher, units: &[u16], shift: usize) {
    // A word that no label has and that stands alone.
    const FILLER: u8 = b'q';
    let phrases = terms
        .iter()
        .flat_map(|term| term.not.iter().chain([&term.label]));
    if phrases
        .into_iter()
        .any(|phrase| fold_label(phrase).contains(&FILLER))
    {
        return;
    }
    // A combining mark stands for itself at the very start only: a space before it would carry it.
    let folded = String::from_utf8(fold(units, &[]).bytes).expect("folded text is UTF-8");
    if !Class::boundary(Some(' '), folded.chars().next()) {
        return;
    }
    let mut behind = vec![u16::from(FILLER); shift];
    behind.extend(utf16(" "));
    let shift = u32::try_from(behind.len()).expect("short");
    behind.extend_from_slice(units);
    let mut expected = matcher.find_in(units);
    for m in &mut expected {
        (m.start, m.end) = (m.start + shift, m.end + shift);
    }
    assert_eq!(
        matcher.find_in(&behind),
        expected,
        "behind {shift} code units"
    );
}
