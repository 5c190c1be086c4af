//! Is a capitalised word part of a name?
//!
//! A glossary's "leader" is not meant in "the Argus Leader", a newspaper, nor "agency" in "the European Space Agency". A label of one word that the glossary writes in
//! small letters is an ordinary word; in the middle of a sentence it has a capital for a reason, and beside another capitalised word the reason is a name.
//! Where capitals say nothing the word stays what it is: at the start of a sentence, in a heading or a title in quotation marks that capitalises its words, in a line of
//! capitals, and beside a term ("Bitcoin Wallets"). Without a capitalised neighbour it is somebody's way to write ("the Blockchain").
//!
//! The same goes for the state behind a place: a glossary's "TX" is not meant in "Houston, TX".
//!
//! Only asked for such labels, and only where they are found with a capital: a text costs nothing by its length.

use std::ops::Range;

use super::Matcher;
use super::scan::{Hit, scan_part};
use super::surroundings::{is_space, is_word, unit};
use crate::base::letter::{is_capital, is_small};
use crate::base::list;
use crate::text::Folded;

/// What stands between two blocks of a folded text.
const BLOCK_BREAK: u8 = b'\n';

/// How far around a match its block is looked at, in folded bytes: some twenty words on either side.
const AROUND: u32 = 240;

/// A small word shorter than this (UTF-16 code units) says nothing about a heading: "of" and "for" are small in most of them.
const LONG_WORD: usize = 4;

/// The name of a newspaper or a body may be in quotation marks too; with more capitals than this it is the title of a text.
const FEWEST_IN_TITLE: u32 = 5;

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
    let window = folded.source(around.start as usize..around.end as usize);
    let start = source.start.saturating_sub(window.start);
    let end = source.end.saturating_sub(window.start);
    let text = text.get(window).unwrap_or_default();
    let mut before = is_name_before(text, start);
    let mut behind = is_space(unit(text, end)) && is_name(text, end + 1);
    if !(before || behind)
        || begins_sentence(text, start)
        || is_heading(text, 0)
        || quoted(text, start).is_some_and(|title| is_heading(title, FEWEST_IN_TITLE))
    {
        return false;
    }
    scan_part(matcher, folded, around, &mut |others| {
        for other in others {
            if !matcher.candidates(other.pattern).is_empty() {
                before &= other.start >= hit.start || other.end + 1 < hit.start;
                behind &= other.start != hit.end + 1;
            }
        }
    });
    before || behind
}

/// The states of the United States and the provinces of Canada, as they stand behind a place.
const STATES: &str = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV \
    WI WY DC AB BC MB NB NL NS ON PE QC SK YT";

/// Two letters with full stops that are nobody's initials.
const NO_INITIALS: &str = "AI EU UK UN US";

/// Is the hit, which is at `source` (UTF-16 code units), two capitals that say something else: a state behind a place, or the initials of a name ("C.S. Lewis")?
pub(super) fn is_other(
    matcher: &Matcher,
    text: &[u16],
    folded: &Folded,
    hit: &Hit,
    source: &Range<usize>,
) -> bool {
    let Range { start, end } = *source;
    // "TX", "T.X."
    let second = start + (end - start) / 2;
    let code = String::from_iter([unit(text, start), unit(text, second)]);
    let is_name = is_space(unit(text, end))
        && is_capital(unit(text, end + 1))
        && is_small(unit(text, end + 2));
    let is_initials = second > start + 1 && is_name && !list::has(NO_INITIALS, &code);
    is_initials || list::has(STATES, &code) && is_state(matcher, text, folded, hit, source)
}

/// Is the hit, which is at `source` (UTF-16 code units), a state behind a place? Where a term stands before it ("Metaverse, AR and VR"), or what follows goes on with the
/// sentence ("In Solana, TX fees are low") or with other acronyms, it is a word like others.
fn is_state(
    matcher: &Matcher,
    text: &[u16],
    folded: &Folded,
    hit: &Hit,
    source: &Range<usize>,
) -> bool {
    let Range { start, end } = *source;
    if unit(text, start.wrapping_sub(1)) != ' ' || unit(text, start.wrapping_sub(2)) != ',' {
        return false;
    }
    let last = start - 2;
    let mut from = last;
    while is_word(unit(text, from.wrapping_sub(1))) {
        from -= 1;
    }
    let is_place = is_capital(unit(text, from)) && is_small(unit(text, from + 1));
    let is_listed = unit(text, end) == ',';
    let next = match unit(text, end) {
        ',' => end + 2,
        ' ' => end + 1,
        _ => text.len(),
    };
    let goes_on = !is_listed && is_small(unit(text, next))
        || is_capital(unit(text, next)) && is_capital(unit(text, next + 1));
    if !is_place || goes_on {
        return false;
    }
    // The place, the comma and the space; a letter has no more than four bytes.
    let place = hit.start.saturating_sub(narrow(4 * (start - from)))..hit.start;
    let mut is_term = false;
    scan_part(matcher, folded, place, &mut |others| {
        is_term |= others.iter().any(|other| {
            other.end + 2 == hit.start && !matcher.candidates(other.pattern).is_empty()
        });
    });
    !is_term
}

/// The length of a word.
#[allow(clippy::cast_possible_truncation)]
fn narrow(units: usize) -> u32 {
    units as u32
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

/// Does a sentence begin at `at`, or something else that takes a capital?
fn begins_sentence(text: &[u16], mut at: usize) -> bool {
    loop {
        at = at.wrapping_sub(1);
        match unit(text, at) {
            _ if at >= text.len() => return true,
            '.' if is_title(text, at) => return false,
            '.' | '!' | '?' | ':' | ';' | '…' | '•' => return true,
            c if is_word(c) => return false,
            _ => {}
        }
    }
}

/// What stands before the name of a person.
const TITLES: &str = "Capt Dr Fr Gen Gov Lt Mr Mrs Ms Prof Rep Rev Sen Sgt St";

/// Does the full stop at `stop` end one of them?
fn is_title(text: &[u16], stop: usize) -> bool {
    let mut from = stop;
    while is_word(unit(text, from.wrapping_sub(1))) {
        from -= 1;
    }
    let title: String = (from..stop).map(|at| unit(text, at)).collect();
    list::has(TITLES, &title)
}

/// Does a word of two letters or more with a capital begin at `at`?
fn is_name(text: &[u16], at: usize) -> bool {
    is_capital(unit(text, at)) && is_word(unit(text, at + 1))
}

/// Does a word with a capital end before the space before `at`? The first word of a sentence has to be an acronym.
fn is_name_before(text: &[u16], at: usize) -> bool {
    let mut from = at.wrapping_sub(1);
    if !is_space(unit(text, from)) {
        return false;
    }
    while is_word(unit(text, from.wrapping_sub(1))) {
        from -= 1;
    }
    is_name(text, from) && (is_capital(unit(text, from + 1)) || !begins_sentence(text, from))
}

/// What stands in quotation marks around `at`.
fn quoted(text: &[u16], at: usize) -> Option<&[u16]> {
    let (front, behind) = text.split_at_checked(at)?;
    let is_quote = |&unit: &u16| matches!(unit, 0x22 | 0xAB | 0xBB | 0x201C..=0x201E);
    let from = front.iter().rposition(is_quote)?;
    let to = behind.iter().position(is_quote)?;
    text.get(from..at + to)
}

/// Have most of its words a capital, and more than `fewest` one? A list of names has that too, but no heading ends in a full stop.
fn is_heading(text: &[u16], fewest: u32) -> bool {
    let (mut capitals, mut small) = (0, 0);
    let (mut length, mut is_counted) = (0, false);
    let mut last = ' ';
    for at in 0..text.len() {
        let c = unit(text, at);
        if !is_space(c) {
            last = c;
        }
        length = if is_word(c) { length + 1 } else { 0 };
        if length == 1 {
            is_counted = is_small(c);
            capitals += u32::from(is_capital(c));
        }
        small += u32::from(length == LONG_WORD && is_counted);
    }
    capitals > (3 * small).max(fewest) && last != '.'
}
