//! Which matches get a mark.
//!
//! A place that may not be marked (a link, a heading) is passed over and does not use up the first occurrence. Where more is left than
//! `maxMarks` and `density` allow, first occurrences go before repeated ones, and the more salient term before the less salient
//! one; so the marks are spread over the article as its terms are, and not spent at its top.

use super::ReadOptions;
use crate::Match;
use crate::article::Term;
use crate::base::order;
use crate::text::blocks::{BLOCK, Blocks, HEADING, UNMARKABLE};

/// Which occurrences of a term may be marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Occurrences {
    /// The first on the page.
    #[default]
    First,
    /// The first in each section; a heading begins a section.
    Section,
    /// All.
    All,
}

pub(super) struct Choice {
    pub selected: Vec<bool>,
    pub unmarkable: Vec<bool>,
    pub truncated: bool,
}

/// A match that may be marked.
struct Candidate {
    index: usize,
    /// How many marks of the same entry come before it.
    nth: u32,
    /// The rank of its term, 0 the most salient.
    rank: u32,
}

pub(super) fn select(
    matches: &[Match],
    blocks: &Blocks,
    terms: &[Term],
    words: u32,
    options: &ReadOptions,
) -> Choice {
    let flags: Vec<u32> = matches
        .iter()
        .map(|m| blocks.flags(m.start, m.end))
        .collect();
    let forbidden = if options.headings {
        UNMARKABLE
    } else {
        UNMARKABLE | HEADING
    };
    let unmarkable: Vec<bool> = flags.iter().map(|flags| flags & forbidden != 0).collect();

    let ranks = ranks(terms);
    let sections: Vec<u32> = blocks
        .iter()
        .filter(|(_, _, flags)| flags & (BLOCK | HEADING) == BLOCK | HEADING)
        .map(|(start, ..)| start)
        .collect();
    // By rank: how many marks the term has, and the section (plus one) of its last.
    let mut seen = vec![(0_u32, 0_usize); terms.len()];
    let mut candidates: Vec<Candidate> = Vec::new();
    for (index, found) in matches.iter().enumerate() {
        let Ok(at) = ranks.binary_search_by_key(&found.entry, |&(entry, _)| entry) else {
            continue;
        };
        if unmarkable[index] {
            continue;
        }
        let rank = ranks[at].1;
        let section = 1 + sections.partition_point(|&start| start <= found.start);
        let (marks, last_section) = &mut seen[rank as usize];
        let wanted = match options.occurrences {
            Occurrences::First => *marks == 0,
            Occurrences::Section => *last_section != section,
            Occurrences::All => true,
        };
        if wanted {
            candidates.push(Candidate {
                index,
                nth: *marks,
                rank,
            });
            *marks += 1;
            *last_section = section;
        }
    }

    let limit = limit(options, words);
    let truncated = candidates.len() > limit;
    if truncated {
        candidates = order::by_key(candidates, |c| order::pair(c.nth, c.rank));
        candidates.truncate(limit);
    }
    let mut selected = vec![false; matches.len()];
    for candidate in candidates {
        selected[candidate.index] = true;
    }
    Choice {
        selected,
        unmarkable,
        truncated,
    }
}

/// Entry and rank, by entry.
fn ranks(terms: &[Term]) -> Vec<(u32, u32)> {
    let ranks: Vec<(u32, u32)> = terms.iter().map(|term| term.entry).zip(0..).collect();
    order::by_key(ranks, |&(entry, _)| entry.into())
}

fn limit(options: &ReadOptions, words: u32) -> usize {
    if options.density <= 0.0 {
        return options.max_marks;
    }
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss
    )]
    let by_density = (options.density * words as f32 / 1_000.0).ceil() as usize; // positive; saturates
    options.max_marks.min(by_density)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::terms;

    /// Entry 0 in a heading, then in a link, then in prose; entry 1 thrice in the second section.
    fn page() -> (Vec<Match>, Blocks) {
        let at = |entry, start: u32| Match {
            start,
            end: start + 5,
            entry,
            alternatives: Vec::new(),
        };
        let matches = vec![
            at(0, 0),
            at(0, 20),
            at(0, 30),
            at(0, 40),
            at(0, 70),
            at(1, 80),
            at(1, 86),
            at(1, 92),
        ];
        let flat = [
            0,
            BLOCK | HEADING,
            10,
            BLOCK,
            18,
            UNMARKABLE,
            28,
            0,
            50,
            BLOCK | HEADING,
            60,
            BLOCK,
        ];
        (matches, Blocks::from_flat(&flat, 100).unwrap())
    }

    #[test]
    fn occurrences() {
        let (matches, blocks) = page();
        let terms = terms(&matches, &blocks, 100);
        let all = ReadOptions {
            occurrences: Occurrences::All,
            ..ReadOptions::default()
        };
        let first = ReadOptions::default();
        let section = ReadOptions {
            occurrences: Occurrences::Section,
            ..ReadOptions::default()
        };
        for (name, options, expected) in [
            ("first", first.clone(), &[2, 5][..]),
            ("section", section, &[2, 4, 5]),
            ("all", all.clone(), &[2, 3, 4, 5, 6, 7]),
            (
                "with headings",
                ReadOptions {
                    headings: true,
                    ..first
                },
                &[0, 5],
            ),
            (
                "two marks",
                ReadOptions {
                    max_marks: 2,
                    ..all.clone()
                },
                &[2, 5],
            ),
            (
                "density",
                ReadOptions {
                    density: 150.0,
                    ..all.clone()
                },
                &[2, 3, 5],
            ),
            (
                "none",
                ReadOptions {
                    max_marks: 0,
                    ..all
                },
                &[],
            ),
        ] {
            let choice = select(&matches, &blocks, &terms, 20, &options);
            let marked: Vec<_> = (0..matches.len()).filter(|&i| choice.selected[i]).collect();
            assert_eq!(marked, expected, "{name}");
            let cut = matches!(name, "two marks" | "density" | "none");
            assert_eq!(choice.truncated, cut, "{name}");
        }
    }
}
