//! Is a whole word really a word of the sentence? Not in an address, a handle or a file name.
//!
//! The rules look at the *token*: the run of characters without white space around the match. "#blockchain" and
//! "mergers/acquisitions" hold their terms; `https://example.org/blockchain`, "info@kpmg.example", "@metaverse" and "kpmg.com" do not.

use crate::base::letter::{is_capital, is_small};
use crate::text::{class::Class, decode_utf16};

/// A token longer than this (UTF-16 code units) is cut off: text without spaces (Chinese) is no address.
const LONGEST_TOKEN: usize = 200;

/// May the match at `start..end` (UTF-16 code units) stand?
pub(super) fn allow(text: &[u16], start: usize, end: usize) -> bool {
    let before = unit(text, start.wrapping_sub(1));
    let after = unit(text, end);
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
    // "AT&T" holds no "AT".
    if (before == '&' && is_word(unit(text, start.wrapping_sub(2))))
        || (after == '&' && is_word(unit(text, end + 1)))
    {
        return false;
    }
    // One letter or digit is part of the compound beside it: "X-Men" holds no "X", "C++" and "C#" no "C".
    if end - start == 1 && (is_joiner(before) || is_joiner(after)) {
        return false;
    }
    let may_be_address =
        matches!(before, '/' | '=' | '-' | ':' | '?') || matches!(after, '/' | '-' | ':' | '=');
    !(may_be_address && is_address(&token(text, start, end)))
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

/// Does the token look like an address: a scheme, "www.", an @, a path, a host with a path ("example.org/…")?
fn is_address(token: &str) -> bool {
    if contains(token, "://")
        || token.contains(['@', '\\'])
        || token.starts_with("www.")
        || token.starts_with('/')
    {
        return true;
    }
    let Some((host, _)) = token.split_once('/') else {
        return false;
    };
    let mut chars = host.chars();
    let (mut a, mut b) = (chars.next(), chars.next());
    chars.any(|c| {
        let found = matches!((a, b), (Some(a), Some('.')) if a.is_alphanumeric()) && is_small(c);
        (a, b) = (b, Some(c));
        found
    })
}

/// `str::contains` for a text of a few characters, without the two-way search that the standard library brings for it.
fn contains(token: &str, part: &str) -> bool {
    token
        .as_bytes()
        .windows(part.len())
        .any(|window| window == part.as_bytes())
}

/// The characters around the match up to white space, without the quotes and brackets that open it.
fn token(text: &[u16], start: usize, end: usize) -> String {
    let is_space = |at: usize| unit(text, at).is_whitespace();
    let mut from = start;
    while from > 0 && start - from < LONGEST_TOKEN && !is_space(from - 1) {
        from -= 1;
    }
    let mut to = end;
    while to < text.len() && to - end < LONGEST_TOKEN && !is_space(to) {
        to += 1;
    }
    let token: String = (from..to).map(|at| unit(text, at)).collect();
    token
        .trim_start_matches(['(', '[', '<', '"', '\'', '“', '‘'])
        .to_owned()
}

fn unit(text: &[u16], at: usize) -> char {
    decode_utf16(text, at).map_or(' ', |(c, _)| c)
}

fn is_word(c: char) -> bool {
    Class::of(c) == Class::Word
}

fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '+' | '#')
}

fn is_harmless(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | ';' | '(' | ')' | '"' | '\'' | '“' | '”' | '‘' | '’' | '!' | '?'
        )
}
