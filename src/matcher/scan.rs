//! The walk: where labels stand as whole words, as folded byte ranges.
//!
//! Blocks of 64 bytes become masks of the places where words begin; at each, the first bytes decide whether any label begins so ([`Starts`](super::starts)); the few that are
//! left are walked in the [trie](super::trie), and each label that ends at a word boundary on the way is a hit. A walk ends where no label goes on, so its
//! cost is the length of the longest label that begins like the text, not the rest of the text.

use std::ops::Range;

use super::Matcher;
use super::starts::{WIDTH, run};
use super::trie::Position;
use super::{particles, proclitics};
use crate::text::class::Class;
use crate::text::lanes::{
    BLOCK, Words, begins_lone, is_quick_ascii, is_quick_lead, symbols, words,
};
use crate::text::words::Counter;
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
/// text of nothing but nested labels needs no more memory than any other. Returns the number of words.
pub(super) fn scan(matcher: &Matcher, folded: &Folded, visit: &mut dyn FnMut(&[Hit])) -> u32 {
    let bytes = &folded.bytes[..];
    let mut hits = Vec::new();
    let mut counter = Counter::default();
    let (mut cut_letter, mut quick_before) = (false, 0);
    let mut next = words(bytes, &mut cut_letter);
    let mut base = 0;
    while let Some(rest) = bytes.get(base..).filter(|rest| !rest.is_empty()) {
        let here = next;
        // One block ahead: a run may go on in it.
        next = rest
            .get(BLOCK..)
            .map_or(Words::default(), |rest| words(rest, &mut cut_letter));
        let block = Block {
            words: here,
            quick_before,
            ahead: next.quick,
        };
        counter.add(bytes, base, here, quick_before);
        quick_before = here.quick >> 63;
        let padded;
        let window = match rest.first_chunk() {
            Some(window) => window,
            None => {
                padded = pad(rest);
                &padded
            }
        };
        let mut places = matcher.starts.likely(window, &block) | here.other;
        if matcher.starts.symbols {
            places |= symbols(rest);
        }
        while places != 0 {
            let place = places.trailing_zeros();
            places &= places - 1;
            let at = base + place as usize;
            if let Some(begun) = matcher.starts.find(bytes, at, block.run(place))
                && let Some(fewest) = starts_word(bytes, at)
            {
                walk(matcher, bytes, at..at + fewest, begun, &mut hits);
                if !hits.is_empty() {
                    visit(&hits);
                    hits.clear();
                }
            }
        }
        base += BLOCK;
    }
    counter.total()
}

/// The bytes of a block, and those behind it that the key of its last place may have.
pub(super) type Window = [u8; BLOCK + WIDTH];

/// The end of the text, with zeros behind it.
#[inline(never)]
fn pad(rest: &[u8]) -> Window {
    let mut window = [0; BLOCK + WIDTH];
    for (byte, &found) in window.iter_mut().zip(rest) {
        *byte = found;
    }
    window
}

/// What the masks know of 64 bytes of the text.
pub(super) struct Block {
    pub words: Words,
    /// The last byte of the block before, as the lowest bit: is it a quick word character?
    quick_before: u64,
    /// The quick word characters of the next block.
    ahead: u64,
}

impl Block {
    /// The length of the run at a place, as [`run`] gives it.
    #[inline]
    fn run(&self, place: u32) -> usize {
        // Twice, because a shift by 64 is none.
        run(self.words.quick >> place | self.ahead << 1 << (u64::BITS - 1 - place))
    }

    /// Calls `each` with the places where runs of quick word characters begin, and how many bytes they have in this block and the next.
    #[allow(clippy::inline_always)] // called for each block of a page; at this crate's settings nothing else makes it one loop
    #[inline(always)]
    pub(super) fn each_run(&self, mut each: impl FnMut(u32, u32)) {
        let quick = self.words.quick;
        let before = quick << 1 | self.quick_before;
        let mut starts = quick & !before;
        let mut ends = before & !quick;
        // One that began in the block before is not ours, but may end here.
        if quick & self.quick_before == 0 {
            ends &= !self.quick_before;
        } else {
            ends &= ends.wrapping_sub(1);
        }
        while starts != 0 {
            let start = starts.trailing_zeros();
            let mut end = ends.trailing_zeros();
            if ends == 0 {
                end += self.ahead.trailing_ones();
            }
            starts &= starts - 1;
            ends &= ends.wrapping_sub(1);
            each(start, end - start);
        }
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
    let mut is_inside = part.start > 0 && is_quick_ascii(bytes[part.start as usize - 1]);
    for at in part.start as usize..part.end as usize {
        let byte = bytes[at];
        let was_inside = std::mem::replace(&mut is_inside, is_quick_ascii(byte));
        // Not in the middle of a character, nor of a word of ASCII, nor at a sign that no label begins with.
        let is_start = if is_inside {
            !was_inside
        } else if byte < 0x80 {
            matcher.starts.symbols
        } else {
            byte & 0xC0 != 0x80
        };
        if is_start && let Some(fewest) = fewest(bytes, at) {
            walk(matcher, bytes, at..at + fewest, (root, at), &mut hits);
            if !hits.is_empty() {
                visit(&hits);
                hits.clear();
            }
        }
    }
}

/// May a label start here, where the masks say so, and how many bytes must it have? They have said all where an ASCII character and a quick letter meet.
#[inline]
fn starts_word(bytes: &[u8], at: usize) -> Option<usize> {
    let before = bytes[at.saturating_sub(1)];
    let is_known = before < 0x80 && (bytes[at] < 0x80 || is_quick_lead(bytes[at]));
    if is_known { Some(0) } else { fewest(bytes, at) }
}

/// May a label start here, and how many bytes must it have?
#[inline(never)]
pub(super) fn fewest(bytes: &[u8], at: usize) -> Option<usize> {
    if is_boundary(bytes, at) {
        return Some(0);
    }
    proclitics::front(bytes, at).map(|(_, fewest)| fewest)
}

/// `least` is where the word starts, and the first place where a label may end. `begun` is a position in the trie, and the place in the text that it stands for.
fn walk(
    matcher: &Matcher,
    bytes: &[u8],
    least: Range<usize>,
    begun: (Position, usize),
    hits: &mut Vec<Hit>,
) {
    let (position, at) = begun;
    let start = least.start;
    matcher.trie.walk(position, bytes, at, |pattern, end| {
        if end >= least.end && (is_boundary(bytes, end) || particles::goes_on(bytes, start, end)) {
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
pub(super) fn is_boundary(bytes: &[u8], at: usize) -> bool {
    // The usual case: a word and a space.
    match bytes.get(at) {
        Some(after @ 0..0x80) if !is_quick_ascii(*after) => return true,
        None => return true,
        _ => {}
    }
    if bytes.get(at..).is_some_and(begins_lone) {
        return true;
    }
    let after = char_at(bytes, at).map(|(c, _)| c);
    Class::boundary(char_before(bytes, at), after)
}
