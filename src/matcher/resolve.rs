//! From hits to matches: which of the readings of a place is the one a reader would see?
//!
//! A hit *holds* where one of its candidates does: its case and accents are right, its surroundings allow it, and no `not` phrase lies over it. Of hits that hold and
//! overlap, the longest wins, then the one of higher priority, then the one whose entry comes first in the glossary, then the leftmost. What a winner leaves
//! free on either side is still there to be found: nothing is hidden by a longer label that is not there, or that lost itself.
//!
//! That is the greedy choice over all hits of a text, made in one pass from left to right. The best hit so far is *pending*; a better one that begins inside it takes
//! its place; and when the text has got to its end, it has won. Where others gave way to it, the part before it is looked at once more, up to where it begins.

use std::ops::Range;

use super::compile::Candidate;
use super::scan::{Hit, scan, scan_part};
use super::{Match, Matcher, Reason, names, proclitics, surroundings};
use crate::text::Folded;

/// A match names at most this many other entries with its label. A glossary with more senses of one word is a mistake, and would
/// multiply the size of every answer.
const MOST_ALTERNATIVES: usize = 16;

/// The score of a match that leaves nothing open.
const CERTAIN: u8 = 100;

/// Parts in parts in parts: how often a place may be looked at again. One is usual, and two are hard to find in real texts; without a bound a glossary could be made that
/// takes the square of the text's length.
const DEEPEST: u32 = 8;

/// The matches in a text, and the number of its words.
pub(super) fn matches(matcher: &Matcher, text: &[u16], folded: &Folded) -> (Vec<Match>, u32) {
    let mut resolver = Resolver {
        page: Page {
            matcher,
            text,
            folded,
        },
        near: 0,
        found: Vec::new(),
    };
    let mut pending = Pending::default();
    let words = scan(matcher, folded, &mut |hits| {
        resolver.offer(&mut pending, hits, u32::MAX, 0);
    });
    resolver.settle(&mut pending, 0);
    (resolver.found, words)
}

/// A hit that holds, with the match it stands for.
struct Valid {
    hit: Hit,
    priority: i32,
    found: Match,
}

impl Valid {
    /// Does it win over one that began before it?
    fn beats(&self, other: &Self) -> bool {
        let rank = |valid: &Self| (length(&valid.hit), valid.priority, !valid.found.entry);
        rank(self) > rank(other)
    }
}

/// A number of entries, of which there are few.
#[allow(clippy::cast_possible_truncation)]
fn narrow(entries: usize) -> u8 {
    entries as u8
}

/// In folded bytes.
fn length(hit: &Hit) -> u32 {
    hit.end - hit.start
}

/// The best hit so far, and where the first one began that gave way to it.
#[derive(Default)]
struct Pending {
    best: Option<Valid>,
    since: u32,
}

#[derive(Clone, Copy)]
struct Page<'a> {
    matcher: &'a Matcher,
    text: &'a [u16],
    folded: &'a Folded,
}

struct Resolver<'a> {
    page: Page<'a>,
    /// Where in the folded text's map the last hit was.
    near: usize,
    found: Vec<Match>,
}

impl Resolver<'_> {
    /// The hits of the next place, shortest first; those that end behind `limit` do not count.
    fn offer(&mut self, pending: &mut Pending, hits: &[Hit], limit: u32, depth: u32) {
        let Some(place) = hits.first().map(|hit| hit.start) else {
            return;
        };
        if pending
            .best
            .as_ref()
            .is_some_and(|best| best.hit.end <= place)
        {
            self.settle(pending, depth);
        }
        for hit in hits.iter().rev().filter(|hit| hit.end <= limit) {
            let best = pending.best.as_ref();
            if best.is_some_and(|best| length(hit) < length(&best.hit)) {
                return;
            }
            let Some(valid) = self.page.validate(hit, &mut self.near) else {
                continue;
            };
            match best {
                None => pending.since = place,
                Some(best) if valid.beats(best) => {}
                Some(_) => return,
            }
            pending.best = Some(valid);
            return;
        }
    }

    /// The pending hit has won.
    fn settle(&mut self, pending: &mut Pending, depth: u32) {
        let Some(winner) = pending.best.take() else {
            return;
        };
        if pending.since < winner.hit.start && depth < DEEPEST {
            self.resolve_part(pending.since..winner.hit.start, depth + 1);
        }
        self.found.push(winner.found);
    }

    /// The matches that lie in a part of the text, in folded bytes.
    fn resolve_part(&mut self, part: Range<u32>, depth: u32) {
        let mut pending = Pending::default();
        let limit = part.end;
        let Page {
            matcher, folded, ..
        } = self.page;
        scan_part(matcher, folded, part, &mut |hits| {
            self.offer(&mut pending, hits, limit, depth);
        });
        self.settle(&mut pending, depth);
    }
}

impl Page<'_> {
    fn validate(&self, hit: &Hit, near: &mut usize) -> Option<Valid> {
        let candidates = self.matcher.candidates(hit.pattern);
        if candidates.is_empty() {
            return None;
        }
        // What is written on to the front of a word is marked with it.
        let start = hit.start as usize;
        let front = proclitics::front(&self.folded.bytes, start);
        let front = front.map_or(start, |(front, _)| front);
        let source = self.folded.source_near(front..hit.end as usize, near);
        if !surroundings::allow(self.text, source.start, source.end) {
            return None;
        }
        let surface = self.text.get(source.clone())?;
        let is_other = candidates.iter().any(|candidate| candidate.is_code)
            && names::is_other(self.matcher, self.text, self.folded, hit, &source);
        let is_in_name = candidates.iter().any(|candidate| candidate.is_common)
            && names::is_part(self.matcher, self.text, self.folded, hit, &source);
        let holds = |candidate: &&Candidate| {
            !(is_in_name && candidate.is_common || is_other && candidate.is_code)
                && self.matcher.accepts(candidate, surface)
                && !self.is_vetoed(candidate.entry, hit)
        };
        let mut candidates = candidates.iter().filter(holds);
        let best = candidates.next()?;
        let alternatives: Vec<u32> = candidates
            .map(|c| c.entry)
            .take(MOST_ALTERNATIVES)
            .collect();
        let (score, reason) = if alternatives.is_empty() {
            (CERTAIN, Reason::Only)
        } else {
            (CERTAIN / narrow(alternatives.len() + 1), Reason::Priority)
        };
        #[allow(clippy::cast_possible_truncation)] // texts are shorter than 4 GiB
        let (start, end) = (source.start as u32, source.end as u32);
        Some(Valid {
            hit: *hit,
            priority: best.priority,
            found: Match {
                start,
                end,
                entry: best.entry,
                alternatives,
                score,
                reason,
            },
        })
    }

    /// Does a `not` phrase of the entry overlap the hit? Looked for only where such an entry was found: few have any.
    fn is_vetoed(&self, entry: u32, hit: &Hit) -> bool {
        if !self.matcher.has_vetoes(entry) {
            return false;
        }
        let mut found = false;
        // No phrase that starts before this reaches the hit.
        let from = hit.start.saturating_sub(self.matcher.longest_veto);
        scan_part(self.matcher, self.folded, from..hit.end, &mut |others| {
            found |= others
                .iter()
                .any(|other| other.end > hit.start && self.matcher.vetoes(other.pattern, entry));
        });
        found
    }
}
