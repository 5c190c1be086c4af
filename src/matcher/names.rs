//! Is a capitalised word part of a name?
//!
//! A glossary's "leader" is not meant in "the Argus Leader", a newspaper, nor "agency" in "the European Space Agency". A label of one word that the glossary writes in
//! small letters is an ordinary word; in the middle of a sentence it has a capital for a reason, and beside another capitalised word the reason is a name.
//! Where capitals say nothing the word stays what it is: at the start of a sentence, in a heading that capitalises its words, in a line of capitals, and beside a term
//! ("Bitcoin Wallets"). Without a capitalised neighbour it is somebody's way to write ("the Blockchain").
//!
//! Only asked for such labels, and only where they are found with a capital: a text costs nothing by its length.

use std::ops::Range;

use super::Matcher;
use super::scan::{Hit, scan_part};
use super::surroundings::{is_word, unit};
use crate::base::letter::{is_capital, is_small};
use crate::text::Folded;

/// What stands between two blocks of a folded text.
const BLOCK_BREAK: u8 = b'\n';

/// How far around a match its block is looked at, in folded bytes: some twenty words on either side.
const AROUND: u32 = 240;

/// A small word shorter than this (UTF-16 code units) says nothing about a heading: "of", "and" are small in all of them.
const LONG_WORD: usize = 4;

/// Is the hit, which is at `source` (UTF-16 code units), a word of a name?
pub(super) fn is_part(
    matcher: &Matcher,
    text: &[u16],
    folded: &Folded,
    hit: &Hit,
    source: &Range<usize>,
) -> bool {
    if !is_capital(unit(text, source.start)) || !is_small(unit(text, source.start + 1)) {
        return false;
    }
    let around = around(&folded.bytes, hit);
    let window = folded
        .map
        .source(around.start as usize..around.end as usize);
    let text = text.get(..window.end).unwrap_or_default();
    let text = text.get(window.start..).unwrap_or_default();
    let start = source.start.wrapping_sub(window.start);
    let end = source.end.wrapping_sub(window.start);
    if begins_sentence(text, start) {
        return false;
    }
    let is_term = |part: Range<u32>, end: u32| {
        let mut found = false;
        scan_part(matcher, folded, part, &mut |hits| {
            found |= hits
                .iter()
                .any(|other| other.end >= end && !matcher.candidates(other.pattern).is_empty());
        });
        found
    };
    let has_name = is_name_before(text, start)
        && !is_term(around.start..hit.start, hit.start.saturating_sub(1))
        || is_name(text, end + 1)
            && unit(text, end).is_whitespace()
            && !is_term(hit.end + 1..hit.end + 2, 0);
    has_name && !is_heading(text)
}

/// What of the block is looked at, in folded bytes.
fn around(bytes: &[u8], hit: &Hit) -> Range<u32> {
    let is_inside = |at: u32| {
        let byte = bytes.get(at as usize);
        byte.is_some_and(|&byte| byte != BLOCK_BREAK)
    };
    let mut around = hit.start..hit.end;
    while hit.start - around.start < AROUND && is_inside(around.start.wrapping_sub(1)) {
        around.start -= 1;
    }
    while around.end - hit.end < AROUND && is_inside(around.end) {
        around.end += 1;
    }
    around
}

/// Does a sentence, or something else that takes a capital, begin at `at`? Behind a comma only what is quoted does.
fn begins_sentence(text: &[u16], mut at: usize) -> bool {
    let mut is_quoted = false;
    while at > 0 {
        at -= 1;
        match unit(text, at) {
            '"' | '“' | '”' | '„' | '«' | '‘' | '\'' => is_quoted = true,
            ',' => return is_quoted,
            c if c.is_whitespace() => {}
            c => return !is_word(c) && !matches!(c, ')' | '’' | '-' | '–' | '—' | '&' | '/' | '%'),
        }
    }
    true
}

/// Does a word of two letters or more with a capital begin at `at`?
fn is_name(text: &[u16], at: usize) -> bool {
    is_capital(unit(text, at)) && is_word(unit(text, at + 1))
}

/// Does a word with a capital end before the space before `at`? The first word of a sentence has to be an acronym.
fn is_name_before(text: &[u16], at: usize) -> bool {
    let mut from = at.saturating_sub(1);
    if !unit(text, from).is_whitespace() {
        return false;
    }
    while from > 0 && is_word(unit(text, from - 1)) {
        from -= 1;
    }
    is_name(text, from) && (is_capital(unit(text, from + 1)) || !begins_sentence(text, from))
}

/// Have most of its words a capital? A list of names has that too, but no heading ends in a full stop.
fn is_heading(text: &[u16]) -> bool {
    let last = text.iter().rev().find(|&&unit| unit > u16::from(b' '));
    if last == Some(&u16::from(b'.')) {
        return false;
    }
    let (mut capitals, mut small) = (0, 0);
    let mut length = 0;
    for at in 0..text.len() {
        let c = unit(text, at);
        if is_word(c) || (length > 0 && matches!(c, '\'' | '’')) {
            length += 1;
            if length == 1 && !is_small(c) {
                // Its length does not matter.
                length = LONG_WORD;
                capitals += usize::from(is_capital(c));
            } else if length == LONG_WORD {
                small += 1;
            }
        } else {
            length = 0;
        }
    }
    capitals > 3 * small
}
