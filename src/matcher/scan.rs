//! The walk: where labels stand as whole words, as folded byte ranges.
//!
//! Blocks of 64 bytes become masks of the places where words begin; at each, the first bytes decide whether any label begins so ([`Starts`](super::starts)); the few that are
//! left are walked in the [trie](super::trie), and each label that ends at a word boundary on the way is a hit. A walk ends where no label goes on, so its
//! cost is the length of the longest label that begins like the text, not the rest of the text.

use std::ops::Range;

use super::Matcher;
use super::starts::run;
use super::trie::Position;
use crate::text::class::Class;
use crate::text::lanes::{BLOCK, Words, begins_lone, is_quick_lead, words};
use crate::text::{Folded, char_at, char_before};

/// A label's form at a place, whole words, case not yet looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// In folded bytes.
    pub start: u32,
    pub end: u32,
    pub pattern: u32,
}

/// Walks the text once. At each place where labels stand, from left to right, `visit` gets their hits, shortest first. Only one place's hits are ever held: a
/// text of nothing but nested labels needs no more memory than any other.
pub(super) fn scan(matcher: &Matcher, folded: &Folded, visit: &mut dyn FnMut(&[Hit])) {
    let bytes = &folded.bytes[..];
    let symbols = if matcher.starts.symbols { u64::MAX } else { 0 };
    let mut hits = Vec::new();
    let (mut cut_letter, mut quick_before) = (false, 0);
    let mut next = words(bytes, &mut cut_letter);
    let mut base = 0;
    while base < bytes.len() {
        let block = next;
        // One block ahead: a run may go on in it.
        next = bytes
            .get(base + BLOCK..)
            .map_or(Words::default(), |rest| words(rest, &mut cut_letter));
        let word_starts = block.quick & !(block.quick << 1 | quick_before);
        quick_before = block.quick >> 63;
        let mut places = word_starts | block.lone | block.other | block.symbols & symbols;
        while places != 0 {
            let place = places.trailing_zeros();
            places &= places - 1;
            let at = base + place as usize;
            let begun = if block.lone >> place & 1 == 1 {
                matcher.starts.find_wide(bytes, at)
            } else {
                let ahead = next.quick.checked_shl(u64::BITS - place).unwrap_or(0);
                let run = run(block.quick >> place | ahead);
                matcher.starts.find(bytes, at, run)
            };
            if let Some(begun) = begun
                && starts_word(bytes, at)
            {
                walk(matcher, bytes, at, begun, &mut hits);
                if !hits.is_empty() {
                    visit(&hits);
                    hits.clear();
                }
            }
        }
        base += BLOCK;
    }
}

/// [`scan`] of a short part of the text; hits may end behind it.
pub(super) fn scan_part(
    matcher: &Matcher,
    folded: &Folded,
    part: Range<u32>,
    visit: &mut dyn FnMut(&[Hit]),
) {
    let Some(root) = matcher.trie.position(b"") else {
        return;
    };
    let bytes = &folded.bytes[..];
    let mut hits = Vec::new();
    for at in part.start as usize..part.end as usize {
        // Not in the middle of a character.
        if bytes[at] & 0xC0 != 0x80 && is_boundary(bytes, at) {
            walk(matcher, bytes, at, (root, at), &mut hits);
            if !hits.is_empty() {
                visit(&hits);
                hits.clear();
            }
        }
    }
}

/// May a word start here? The masks have said so already where an ASCII character and a quick letter meet.
#[inline]
fn starts_word(bytes: &[u8], at: usize) -> bool {
    let before = bytes[at.saturating_sub(1)];
    let is_known = before < 0x80 && (bytes[at] < 0x80 || is_quick_lead(bytes[at]));
    is_known || is_boundary(bytes, at)
}

/// `begun` is a position in the trie, and the place in the text that it stands for.
fn walk(
    matcher: &Matcher,
    bytes: &[u8],
    start: usize,
    begun: (Position, usize),
    hits: &mut Vec<Hit>,
) {
    let (position, at) = begun;
    matcher.trie.walk(position, bytes, at, |pattern, end| {
        if is_boundary(bytes, end) {
            #[allow(clippy::cast_possible_truncation)] // texts are shorter than 4 GiB
            hits.push(Hit {
                start: start as u32,
                end: end as u32,
                pattern,
            });
        }
    });
}

/// Do two words meet at `at`, or a word and something else?
fn is_boundary(bytes: &[u8], at: usize) -> bool {
    if bytes.get(at..).is_some_and(begins_lone) {
        return true;
    }
    let after = char_at(bytes, at).map(|(c, _)| c);
    Class::boundary(char_before(bytes, at), after)
}
