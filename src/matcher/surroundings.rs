//! Is a whole word really a word of the sentence? Not in an address, a handle or a file name.
//!
//! The rules look at the *token*: the run of characters without white space around the match. "#blockchain" and
//! "mergers/acquisitions" hold their terms; `https://example.org/blockchain`, "info@kpmg.example", "@metaverse" and "kpmg.com" do not.
//! A label that is nothing but a number is not found in a larger one, nor in a date, a time or a designation: "1,500", "2011–12", "11:13", "15 May" and
//! "K 88" hold no such term.
//! Nor is a part of a contraction a word: "won't" holds no "won" and "they're" no "re".

use crate::base::letter::{is_capital, is_small, lower};
use crate::base::list;
use crate::text::class::{Class, is_superscript};
use crate::text::decode_utf16;

/// A token longer than this (UTF-16 code units) is cut off: text without spaces (Chinese) is no address.
const LONGEST_TOKEN: usize = 200;

/// May the match at `start..end` (UTF-16 code units) stand?
pub(crate) fn allow(text: &[u16], start: usize, end: usize) -> bool {
    let before = unit(text, start.wrapping_sub(1));
    let after = unit(text, end);
    if is_digit(text, start) && is_part_of_number(text, start, end) {
        return false;
    }
    if is_gershayim(text, start.wrapping_sub(1)) || is_gershayim(text, end) {
        return false;
    }
    if is_part_of_contraction(text, start, end) {
        return false;
    }
    // The usual case, and the cheap one: punctuation that ends or begins a sentence part, or a space.
    if is_harmless(before) && is_harmless(after) {
        return true;
    }
    if before == '@' || (after == '@' && is_word(unit(text, end + 1))) || before == '\\' {
        return false;
    }
    if before == '.' && is_glued(text, start.wrapping_sub(1)) {
        return false;
    }
    if after == '.' && is_glued(text, end) {
        return false;
    }
    // A full stop of the label's own: "ASP.NET" holds no ".NET" and "U.S.A." no "U.S."; "Ph.D.s" is a plural, and in "the U.S.It" a space was lost.
    if (unit(text, start) == '.' && is_word(before))
        || (unit(text, end - 1) == '.' && is_capital(after) && !is_word(unit(text, end + 1)))
    {
        return false;
    }
    // Nor is "24/7" in "24/7/365".
    if after == '/' && is_digit(text, end + 1) && (start..end).any(|at| unit(text, at) == '/') {
        return false;
    }
    // "AT&T" holds no "AT".
    if (before == '&' && is_word(unit(text, start.wrapping_sub(2))))
        || (after == '&' && is_word(unit(text, end + 1)))
    {
        return false;
    }
    // One letter or digit is part of the compound beside it: "X-Men" holds no "X", "C++" and "C#" no "C", "m²" no "m". A range ("9-10") is no compound, two
    // hyphens are a dash, and a Han character is a word.
    if end - start == 1 && is_word(unit(text, start)) && is_compound(text, start) {
        return false;
    }
    let may_be_address =
        matches!(before, '/' | '=' | '-' | ':' | '?') || matches!(after, '/' | '-' | ':' | '=');
    !(may_be_address && is_in_address(text, start, end))
}

/// Is the character at `at` joined to its neighbour?
fn is_compound(text: &[u16], at: usize) -> bool {
    let joins = |joiner: usize, beyond: usize| {
        let is_dash = unit(text, joiner) == '-' && unit(text, beyond) == '-';
        let is_range = is_digit(text, at) && is_digit(text, beyond);
        is_joiner(unit(text, joiner)) && !is_dash && !is_range
    };
    joins(at.wrapping_sub(1), at.wrapping_sub(2)) || joins(at + 1, at + 2)
}

/// What English writes behind an apostrophe for a word of its own.
const CLITICS: &str = "d ll m re s t ve";

/// The longest of them.
const LONGEST_CLITIC: usize = 2;

/// Is the match what an apostrophe leaves of two words: "won" of "won't", "re" of "they're"?
fn is_part_of_contraction(text: &[u16], start: usize, end: usize) -> bool {
    let is_apostrophe = |at: usize| matches!(unit(text, at), '\'' | '’');
    if is_apostrophe(end) {
        return lower(unit(text, end - 1)) == 'n'
            && lower(unit(text, end + 1)) == 't'
            && !is_word(unit(text, end + 2));
    }
    end - start <= LONGEST_CLITIC
        && is_apostrophe(start.wrapping_sub(1))
        && is_word(unit(text, start.wrapping_sub(2)))
        && list::has(CLITICS, &word(text, start))
}

/// Is the quote at `at` the one before the last letter of a Hebrew abbreviation, as in ארה"ב, which is one word?
fn is_gershayim(text: &[u16], at: usize) -> bool {
    let is_hebrew = |at: usize| matches!(unit(text, at), '\u{5D0}'..='\u{5EA}');
    matches!(unit(text, at), '"' | '\u{5F4}' | '“' | '”')
        && is_hebrew(at.wrapping_sub(1))
        && is_hebrew(at + 1)
        && !is_word(unit(text, at + 2))
}

/// The months in the languages whose inflection is known, and their English abbreviations.
const MONTHS: &str = "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct \
    nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero \
    febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre \
    dicembre janeiro fevereiro março maio junho julho setembro outubro dezembro";

/// As far as a number with dashes is followed.
const LONGEST_NUMBER: usize = 20;

/// The most letters a month has.
const LONGEST_MONTH: usize = 10;

/// Is the match a number that belongs to a larger one, a time or a date?
fn is_part_of_number(text: &[u16], start: usize, end: usize) -> bool {
    if digits(text, start, end - start) < end - start {
        return false;
    }
    if joins_digits(text, start.wrapping_sub(1)) || joins_digits(text, end) {
        return true;
    }
    // "K 88" is one of its kind and "R&D 100" a name.
    let letter = start.wrapping_sub(2);
    let is_numbered = unit(text, start.wrapping_sub(1)) == ' '
        && is_capital(unit(text, letter))
        && matches!(unit(text, letter.wrapping_sub(1)), ' ' | '\n' | '&');
    // "2011–12", "2015-4"; in "9–10 mm" both numbers are themselves.
    let is_season = end - start <= 2
        && is_dash(text, start.wrapping_sub(1))
        && start >= 5
        && digits(text, start - 5, 4) == 4;
    // Two numbers with a dash are a range, three are something else: "2019-05-12", "14–20–4", "555-0100-22".
    let mut from = start;
    let mut to = end;
    let mut dashes = 0;
    while from > 0 && start - from < LONGEST_NUMBER && is_in_number(text, from - 1) {
        from -= 1;
        dashes += usize::from(is_dash(text, from));
    }
    while to - end < LONGEST_NUMBER && is_in_number(text, to) {
        dashes += usize::from(is_dash(text, to));
        to += 1;
    }
    // "15日" and "5月"
    if is_numbered || is_season || dashes > 1 || matches!(unit(text, end), '年' | '月' | '日') {
        return true;
    }
    // "15 May", "15. Mai", "15 de mayo"
    let mut after = end + usize::from(unit(text, end) == '.') + 1;
    if word(text, after) == "de" {
        after += 3;
    }
    let mut before = start.saturating_sub(1);
    // "May 15, 2018": the month is before the day.
    if end - start == 4 && start > 4 && unit(text, start - 2) == ',' && is_digit(text, start - 3) {
        before = start - 4 - usize::from(is_digit(text, start - 4));
    }
    let last = before;
    while before > 0 && last - before <= LONGEST_MONTH && is_word(unit(text, before - 1)) {
        before -= 1;
    }
    is_month(text, after) || is_month(text, before)
}

/// "1,500", "3.14", "11:13", "2/4", and "1’000" by its three digits.
fn joins_digits(text: &[u16], at: usize) -> bool {
    let after = match unit(text, at) {
        '.' | ',' | ':' | '/' => 1,
        '\'' | '’' => 3,
        _ => return false,
    };
    is_digit(text, at.wrapping_sub(1)) && digits(text, at + 1, after) == after
}

fn is_in_number(text: &[u16], at: usize) -> bool {
    let joins = is_dash(text, at) && is_digit(text, at + 1) && is_digit(text, at.wrapping_sub(1));
    joins || is_digit(text, at)
}

/// How many of the `most` code units from `at` are digits, before anything else comes?
fn digits(text: &[u16], at: usize, most: usize) -> usize {
    let mut count = 0;
    while count < most && is_digit(text, at + count) {
        count += 1;
    }
    count
}

fn is_month(text: &[u16], at: usize) -> bool {
    let word = word(text, at);
    !word.is_empty() && list::has(MONTHS, &word)
}

/// The word that begins at `at`, in small letters, no further than a month goes and one letter more.
fn word(text: &[u16], at: usize) -> String {
    let mut word = String::new();
    let mut length = 0;
    while length <= LONGEST_MONTH && is_word(unit(text, at + length)) {
        word.push(lower(unit(text, at + length)));
        length += 1;
    }
    word
}

/// Does the full stop at `stop` belong to the characters around it: `kpmg.com`, `node.js`, `v1.2`? Not where a space was lost between two sentences
/// ("yuan.With", "the CSRC.It"): there a capital follows that begins a word.
fn is_glued(text: &[u16], stop: usize) -> bool {
    let (before, after, next) = (
        unit(text, stop.wrapping_sub(1)),
        unit(text, stop + 1),
        unit(text, stop + 2),
    );
    let lost_space = is_capital(after) && (is_small(before) || is_small(next));
    is_word(before) && is_word(after) && !lost_space
}

/// Do the characters around the match up to white space, without the quotes and brackets that open them, look like an address: a scheme, "www.", an @, a path, a host
/// with a path ("example.org/…")?
fn is_in_address(text: &[u16], start: usize, end: usize) -> bool {
    let mut from = start;
    while from > 0 && start - from < LONGEST_TOKEN && !is_space(unit(text, from - 1)) {
        from -= 1;
    }
    while from < start && matches!(unit(text, from), '(' | '[' | '<' | '"' | '\'' | '“' | '‘') {
        from += 1;
    }
    let begins_with =
        |at: usize, part: &str| part.chars().zip(at..).all(|(c, at)| unit(text, at) == c);
    if begins_with(from, "www.") || begins_with(from, "/") {
        return true;
    }
    // A full stop inside a word makes a host of what is before the first slash.
    let (mut is_host, mut is_path) = (false, false);
    let mut at = from;
    while at < end + LONGEST_TOKEN && !is_space(unit(text, at)) {
        match unit(text, at) {
            '@' | '\\' => return true,
            ':' if begins_with(at, "://") => return true,
            '/' if is_host && !is_path => return true,
            '/' => is_path = true,
            '.' => {
                is_host |= at > from && is_word(unit(text, at - 1)) && is_small(unit(text, at + 1))
            }
            _ => {}
        }
        at += 1;
    }
    false
}

#[inline(never)]
pub(super) fn unit(text: &[u16], at: usize) -> char {
    decode_utf16(text, at).map_or(' ', |(c, _)| c)
}

#[inline(never)] // used all over this file, once a match: small before fast
fn is_digit(text: &[u16], at: usize) -> bool {
    unit(text, at).is_ascii_digit()
}

fn is_dash(text: &[u16], at: usize) -> bool {
    matches!(unit(text, at), '-' | '–')
}

#[inline(never)]
pub(super) fn is_word(c: char) -> bool {
    Class::of(c) == Class::Word
}

#[inline(never)]
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace()
}

fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '+' | '#') || is_superscript(c)
}

fn is_harmless(c: char) -> bool {
    is_space(c)
        || matches!(
            c,
            ',' | ';' | '(' | ')' | '"' | '\'' | '“' | '”' | '‘' | '’' | '!' | '?'
        )
}
