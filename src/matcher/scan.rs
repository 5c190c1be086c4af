//! The walk: where labels stand as whole words, as folded byte ranges.
//!
//! Word starts are found by a table over the bytes. At each, two bytes decide whether any label begins so; then the automaton is
//! walked anchored, and each state on the way that ends a label at a word boundary is a hit. The walk ends where no label
//! goes on, so its cost is the length of the longest label that begins like the text, not the rest of the text.

use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton;

use super::Matcher;
use crate::text::class::{ASCII, Class};
use crate::text::{Folded, char_at};

/// A label's form at a place, whole words, case not yet looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// In folded bytes.
    pub start: u32,
    pub end: u32,
    pub pattern: u32,
}

/// Walks the text once. At each place where labels stand, `visit` gets their hits, shortest first, and says from which folded byte on to go on; a
/// number that is not behind the place goes on with the next place. Only one place's hits are ever held: a text of nothing but nested
/// labels needs no more memory than any other.
pub(super) fn scan(matcher: &Matcher, folded: &Folded, visit: &mut dyn FnMut(&[Hit]) -> u32) {
    let Some(automaton) = &matcher.automaton else {
        return;
    };
    let Ok(root) = automaton.start_state(Anchored::Yes) else {
        return;
    };
    let bytes = &folded.bytes[..];
    let mut hits = Vec::new();
    let mut before = Class::Other;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let (class, len, is_start) = match ASCII.get(usize::from(byte)) {
            Some(&class) => (class, 1, !(class == Class::Word && before == Class::Word)),
            None => classify(bytes, at, before),
        };
        if is_start
            && matcher
                .prefixes
                .allow(byte, bytes.get(at + 1).copied().unwrap_or(0))
        {
            hits.clear();
            walk(automaton, root, matcher, bytes, at, &mut hits);
            if !hits.is_empty() {
                let next = visit(&hits) as usize;
                if next > at {
                    // A match ends at a boundary: what follows it may start a word.
                    (at, before) = (next, Class::Other);
                    continue;
                }
            }
        }
        before = class;
        at += len;
    }
}

/// The class of the non-ASCII character at `at`, its length, and whether a word may start before it.
fn classify(bytes: &[u8], at: usize, before: Class) -> (Class, usize, bool) {
    let Some((c, len)) = char_at(bytes, at) else {
        return (Class::Other, 1, false);
    };
    let class = Class::of(c);
    // A mark continues whatever came before it; Word characters continue words.
    let is_start = Class::boundary(Some(if before == Class::Word { 'a' } else { ' ' }), Some(c));
    (class, len, is_start)
}

fn walk(
    automaton: &aho_corasick::nfa::contiguous::NFA,
    root: aho_corasick::automaton::StateID,
    matcher: &Matcher,
    bytes: &[u8],
    start: usize,
    hits: &mut Vec<Hit>,
) {
    let mut state = root;
    for (length, &byte) in (1..).zip(&bytes[start..]) {
        state = automaton.next_state(Anchored::Yes, state, byte);
        if !automaton.is_special(state) {
            continue;
        }
        if automaton.is_dead(state) {
            return;
        }
        if !automaton.is_match(state) {
            continue;
        }
        // A state also lists the labels that are suffixes of what was walked; an anchored hit is as long as the walk.
        let end = start + length;
        for index in 0..automaton.match_len(state) {
            let pattern = automaton.match_pattern(state, index);
            if matcher.patterns[pattern.as_usize()].len == length {
                if is_boundary(bytes, end) {
                    #[allow(clippy::cast_possible_truncation)] // texts are shorter than 4 GiB
                    hits.push(Hit {
                        start: start as u32,
                        end: end as u32,
                        pattern: pattern.as_u32(),
                    });
                }
                break;
            }
        }
    }
}

/// May a word end at `at`?
fn is_boundary(bytes: &[u8], at: usize) -> bool {
    let mut first = at.saturating_sub(1);
    while first > 0 && bytes[first] & 0xC0 == 0x80 {
        first -= 1;
    }
    let before = char_at(bytes, first).map(|(c, _)| c);
    Class::boundary(before, char_at(bytes, at).map(|(c, _)| c))
}
