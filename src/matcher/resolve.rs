//! From hits to matches: which of the readings of a place is the one a reader would see?
//!
//! From left to right: at each place the longest hit with a candidate that holds (its case, its surroundings, no `not` phrase over it) wins, and
//! everything that overlaps it is passed over. Where the longest does not hold, the next shorter one is tried, and then the next place, so nothing is
//! hidden by a longer label that is not there.

use super::compile::Candidate;
use super::scan::{Hit, scan};
use super::{Match, Matcher, surroundings};
use crate::base::order;
use crate::text::Folded;

/// A match names at most this many other entries with its label. A glossary with more senses of one word is a mistake, and would
/// multiply the size of every answer.
const MOST_ALTERNATIVES: usize = 16;

pub(super) fn matches(matcher: &Matcher, text: &[u16], folded: &Folded) -> Vec<Match> {
    let vetoes = Vetoes::collect(matcher, folded);
    let mut found: Vec<Match> = Vec::new();
    scan(matcher, folded, &mut |hits| {
        for hit in hits.iter().rev() {
            if let Some(valid) = validate(matcher, text, folded, hit, &vetoes) {
                found.push(valid);
                return hit.end;
            }
        }
        0
    });
    found
}

fn validate(
    matcher: &Matcher,
    text: &[u16],
    folded: &Folded,
    hit: &Hit,
    vetoes: &Vetoes,
) -> Option<Match> {
    let candidates = matcher.candidates(hit.pattern);
    if candidates.is_empty() {
        return None;
    }
    let source = folded.map.source(hit.start as usize..hit.end as usize);
    if !surroundings::allow(text, source.start, source.end) {
        return None;
    }
    let surface = text.get(source.clone())?;
    let holds = |candidate: &&Candidate| {
        let strictness = candidate
            .strictness
            .map(|at| &matcher.strictness[at as usize]);
        strictness.is_none_or(|strictness| strictness.accepts(surface))
            && !vetoes.cover(candidate.entry, hit)
    };
    let mut candidates = candidates.iter().filter(holds);
    let best = candidates.next()?;
    #[allow(clippy::cast_possible_truncation)] // texts are shorter than 4 GiB
    let (start, end) = (source.start as u32, source.end as u32);
    Some(Match {
        start,
        end,
        entry: best.entry,
        alternatives: candidates
            .map(|c| c.entry)
            .take(MOST_ALTERNATIVES)
            .collect(),
    })
}

/// Where `not` phrases stand: entry, start, end in folded bytes, in this order.
#[derive(Default)]
struct Vetoes {
    spans: Vec<(u32, u32, u32)>,
    /// The length of the longest of them.
    longest: u32,
}

impl Vetoes {
    fn collect(matcher: &Matcher, folded: &Folded) -> Self {
        let mut out = Self::default();
        if !matcher.has_vetoes() {
            return out;
        }
        scan(matcher, folded, &mut |hits| {
            for hit in hits {
                for entry in matcher.vetoed(hit.pattern) {
                    out.spans.push((entry, hit.start, hit.end));
                    out.longest = out.longest.max(hit.end - hit.start);
                }
            }
            0
        });
        out.spans = order::by_key(out.spans, |&(entry, start, _)| order::pair(entry, start));
        out
    }

    /// Does a phrase of the entry overlap the hit?
    fn cover(&self, entry: u32, hit: &Hit) -> bool {
        // No phrase that starts before this reaches the hit.
        let first = (entry, hit.start.saturating_sub(self.longest));
        let from = self
            .spans
            .partition_point(|&(entry, start, _)| (entry, start) < first);
        let near = self.spans[from..]
            .iter()
            .take_while(|&&(e, start, _)| e == entry && start < hit.end);
        near.into_iter().any(|&(_, _, end)| end > hit.start)
    }
}
