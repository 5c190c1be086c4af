//! From hits to matches: which of the readings of a place is the one a reader would see?
//!
//! From left to right: at each place the longest hit with a candidate that holds (its case, its surroundings, no `not` phrase over it) wins, and
//! everything that overlaps it is passed over. Where the longest does not hold, the next shorter one is tried, and then the next place, so nothing is
//! hidden by a longer label that is not there.

use super::compile::Candidate;
use super::scan::Hit;
use super::{Match, Matcher, surroundings};
use crate::base::order;
use crate::text::Folded;

pub(super) fn matches(
    matcher: &Matcher,
    text: &[u16],
    folded: &Folded,
    hits: &[Hit],
) -> Vec<Match> {
    let vetoes = Vetoes::collect(matcher, hits);
    let mut found: Vec<Match> = Vec::new();
    let mut free_from = 0;
    for group in hits.chunk_by(|a, b| a.start == b.start) {
        if group[0].start < free_from {
            continue;
        }
        for hit in group.iter().rev() {
            if let Some(valid) = validate(matcher, text, folded, hit, &vetoes) {
                free_from = hit.end;
                found.push(valid);
                break;
            }
        }
    }
    found
}

fn validate(
    matcher: &Matcher,
    text: &[u16],
    folded: &Folded,
    hit: &Hit,
    vetoes: &Vetoes,
) -> Option<Match> {
    let pattern = &matcher.patterns[hit.pattern as usize];
    if pattern.candidates.is_empty() {
        return None;
    }
    let source = folded.map.source(hit.start as usize..hit.end as usize);
    if !surroundings::allow(text, source.start, source.end) {
        return None;
    }
    let surface = text.get(source.clone())?;
    let holds = |candidate: &&Candidate| {
        candidate.strictness.accepts(surface) && !vetoes.cover(candidate.entry, hit)
    };
    let mut candidates = pattern.candidates.iter().filter(holds);
    let best = candidates.next()?;
    #[allow(clippy::cast_possible_truncation)] // texts are shorter than 4 GiB
    let (start, end) = (source.start as u32, source.end as u32);
    Some(Match {
        start,
        end,
        entry: best.entry,
        alternatives: candidates.map(|c| c.entry).collect(),
    })
}

/// Where `not` phrases stand: entry, start, end in folded bytes.
struct Vetoes(Vec<(u32, u32, u32)>);

impl Vetoes {
    fn collect(matcher: &Matcher, hits: &[Hit]) -> Self {
        if !matcher.has_vetoes {
            return Self(Vec::new());
        }
        let spans = hits.iter().flat_map(|hit| {
            let vetoes = &matcher.patterns[hit.pattern as usize].vetoes;
            vetoes.iter().map(|&entry| (entry, hit.start, hit.end))
        });
        Self(order::by_key(spans.collect(), |&(entry, start, _)| {
            order::pair(entry, start)
        }))
    }

    /// Does a phrase of the entry overlap the hit?
    fn cover(&self, entry: u32, hit: &Hit) -> bool {
        let from = self.0.partition_point(|&(e, _, _)| e < entry);
        let own = self.0[from..]
            .iter()
            .take_while(|&&(e, start, _)| e == entry && start < hit.end);
        own.into_iter().any(|&(_, _, end)| end > hit.start)
    }
}
