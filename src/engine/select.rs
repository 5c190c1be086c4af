//! Which matches get a mark.
//!
//! A place that may not be marked (a link, a heading) is passed over and does not use up the first occurrence. Neither does one in a closed `<details>`, unless the term
//! stands nowhere else.
//!
//! Where more is left than `maxMarks` and `density` allow, the marks are spread over the article as water is over uneven ground: the text is cut into parts of about
//! [`PART`] words (longer ones where there are fewer marks than that), and in each round no part may hold more than so many marks, a few more in the next. In a round, first occurrences go before repeated ones,
//! and the more salient term before the less salient one. A term whose first occurrence stands where there is no room takes the next one that stands better:
//! news articles name most of their terms in the first paragraphs, and would have all their marks there.

use super::ReadOptions;
use crate::Match;
use crate::article::Term;
use crate::base::gather;
use crate::base::order;
use crate::text::blocks::{BLOCK, Blocks, CLOSED, HEADING, UNMARKABLE};

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

/// Matches of which one may be marked: all of a term's, those in one section, or each by itself. Ranges of a list of matches.
struct Choosable {
    /// How many others of the same term come before it.
    nth: u32,
    /// The rank of its term, 0 the most salient.
    rank: u32,
    /// Where its matches lie in the list of candidates.
    start: usize,
    end: usize,
}

/// A match that may be marked.
struct Candidate {
    index: usize,
    rank: u32,
    /// 0 where sections do not count.
    section: u32,
    /// Is it shown only on request?
    closed: bool,
}

/// How long a text is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    pub words: u32,
    /// UTF-16 code units.
    pub units: usize,
}

/// Words of a part of the text: two or three paragraphs of news.
const PART: u32 = 150;

/// `flags` are those of the text at each match.
pub(super) fn select(
    matches: &[Match],
    flags: &[u32],
    blocks: &Blocks,
    terms: &[Term],
    size: Size,
    options: &ReadOptions,
) -> Choice {
    let forbidden = if options.headings {
        UNMARKABLE
    } else {
        UNMARKABLE | HEADING
    };
    let unmarkable = gather(flags.iter().map(|flags| flags & forbidden != 0));
    let limit = limit(options, size.words);
    let markable = unmarkable.iter().filter(|unmarkable| !**unmarkable).count();
    if options.occurrences == Occurrences::All && markable <= limit {
        // There is nothing to choose.
        return Choice {
            selected: gather(unmarkable.iter().map(|unmarkable| !unmarkable)),
            unmarkable,
            truncated: false,
        };
    }
    let closed = |index: usize| flags[index] & CLOSED != 0;

    let candidates = candidates(
        matches,
        &unmarkable,
        &closed,
        blocks,
        terms,
        options.occurrences,
    );
    let groups = groups(&candidates, options.occurrences);
    let truncated = groups.len() > limit;
    let mut selected = vec![false; matches.len()];
    if truncated {
        spread(&groups, &candidates, matches, size, limit, &mut selected);
    } else {
        for group in groups {
            selected[candidates[group.start].index] = true;
        }
    }
    Choice {
        selected,
        unmarkable,
        truncated,
    }
}

/// What may be marked, by term and then in the order of the text.
fn candidates(
    matches: &[Match],
    unmarkable: &[bool],
    closed: &dyn Fn(usize) -> bool,
    blocks: &Blocks,
    terms: &[Term],
    occurrences: Occurrences,
) -> Vec<Candidate> {
    let ranks = ranks(terms);
    let sections = blocks
        .iter()
        .filter(|(_, _, flags)| flags & (BLOCK | HEADING) == BLOCK | HEADING)
        .map(|(start, ..)| start);
    let sections = gather(sections);
    let mut candidates = Vec::new();
    for (index, found) in matches.iter().enumerate() {
        let Ok(at) = ranks.binary_search_by_key(&found.entry, |&(entry, _)| entry) else {
            continue;
        };
        if unmarkable[index] {
            continue;
        }
        #[allow(clippy::cast_possible_truncation)] // fewer sections than code units
        let section = match occurrences {
            Occurrences::Section => sections.partition_point(|&start| start <= found.start) as u32,
            Occurrences::First | Occurrences::All => 0,
        };
        candidates.push(Candidate {
            index,
            rank: ranks[at].1,
            section,
            closed: closed(index),
        });
    }
    order::by_key(candidates, |c| {
        order::pair(c.rank, c.section << 1 | u32::from(c.closed))
    })
}

/// What one mark is enough for, first ones before repeated ones, then the most salient first.
fn groups(candidates: &[Candidate], occurrences: Occurrences) -> Vec<Choosable> {
    let mut groups: Vec<Choosable> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let mut nth = 0;
        if let Some(last) = groups.last_mut()
            && last.rank == candidate.rank
        {
            let is_same = candidates[last.start].section == candidate.section;
            if occurrences != Occurrences::All && is_same {
                last.end = at + 1;
                continue;
            }
            nth = last.nth + 1;
        }
        groups.push(Choosable {
            nth,
            rank: candidate.rank,
            start: at,
            end: at + 1,
        });
    }
    order::by_key(groups, |group| order::pair(group.nth, group.rank))
}

/// Marks `limit` of the groups.
fn spread(
    groups: &[Choosable],
    candidates: &[Candidate],
    matches: &[Match],
    size: Size,
    limit: usize,
    selected: &mut [bool],
) {
    // With fewer marks than parts, the first parts would have them all.
    let most = u32::try_from(limit).unwrap_or(u32::MAX);
    let parts = size.words.div_ceil(PART).min(most).max(1);
    #[allow(clippy::cast_possible_truncation)] // below `parts`
    let part_of = |candidate: &Candidate| {
        let start = u64::from(matches[candidate.index].start);
        (start * u64::from(parts) / size.units.max(1) as u64) as usize
    };
    let mut filled = vec![0_usize; parts as usize];
    let mut done = vec![false; groups.len()];
    let mut left = limit.min(groups.len());
    let mut room = 1;
    while left > 0 {
        for (group, done) in groups.iter().zip(&mut done) {
            if *done || left == 0 {
                continue;
            }
            let own = &candidates[group.start..group.end];
            if let Some(place) = own.iter().find(|own| filled[part_of(own)] < room) {
                filled[part_of(place)] += 1;
                selected[place.index] = true;
                *done = true;
                left -= 1;
            }
        }
        // By half and not by one: where all terms stand in one part there are not as many rounds as terms.
        room += room.div_ceil(2);
    }
}

/// Entry and rank, by entry.
fn ranks(terms: &[Term]) -> Vec<(u32, u32)> {
    let ranks: Vec<(u32, u32)> = gather(terms.iter().map(|term| term.entry).zip(0..));
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
            ..Match::default()
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
        let flags = blocks.flags(matches.iter().map(|m| (m.start, m.end)));
        let terms = terms(&matches, &flags, &[0; 100], &[]);
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
            let size = Size {
                words: 20,
                units: 100,
            };
            let choice = select(&matches, &flags, &blocks, &terms, size, &options);
            let marked: Vec<_> = (0..matches.len()).filter(|&i| choice.selected[i]).collect();
            assert_eq!(marked, expected, "{name}");
            let cut = matches!(name, "two marks" | "density" | "none");
            assert_eq!(choice.truncated, cut, "{name}");
        }
    }

    #[test]
    fn what_is_closed_comes_last() {
        let at = |entry: u32, start: u32| Match {
            start,
            end: start + 5,
            entry,
            alternatives: Vec::new(),
            reason: crate::matcher::Reason::Only,
            score: 0,
        };
        let matches = [at(0, 0), at(1, 10), at(0, 20), at(0, 30)];
        let flat = [0, BLOCK | CLOSED, 20, BLOCK];
        let blocks = Blocks::from_flat(&flat, 40).unwrap();
        let flags = blocks.flags(matches.iter().map(|m| (m.start, m.end)));
        let terms = terms(&matches, &flags, &[0; 40], &[]);
        let size = Size {
            words: 8,
            units: 40,
        };
        for (occurrences, expected) in [
            (Occurrences::First, [false, true, true, false]),
            (Occurrences::Section, [false, true, true, false]),
            (Occurrences::All, [true; 4]),
        ] {
            let options = ReadOptions {
                occurrences,
                ..ReadOptions::default()
            };
            let choice = select(&matches, &flags, &blocks, &terms, size, &options);
            assert_eq!(choice.selected, expected, "{occurrences:?}");
        }
    }

    /// Eight terms in the first sentence, and each once more later on; 600 words are four parts.
    #[test]
    fn marks_are_spread_over_the_article() {
        let at = |entry: u32, start: u32| Match {
            start,
            end: start + 5,
            entry,
            ..Match::default()
        };
        let mut matches: Vec<Match> = (0..8).map(|n| at(n, n * 10)).collect();
        matches.extend((0..8).map(|n| at(n, 500 + n * 400)));
        let size = Size {
            words: 600,
            units: 4_000,
        };
        let blocks = Blocks::from_flat(&[0, BLOCK], size.units).unwrap();
        let flags = blocks.flags(matches.iter().map(|m| (m.start, m.end)));
        let terms = terms(&matches, &flags, &vec![0; size.units], &[]);
        for (max_marks, expected) in [(4, [1, 1, 1, 1]), (7, [2, 2, 2, 1]), (8, [8, 0, 0, 0])] {
            let options = ReadOptions {
                max_marks,
                ..ReadOptions::default()
            };
            let choice = select(&matches, &flags, &blocks, &terms, size, &options);
            let mut parts = [0; 4];
            for (found, _) in matches.iter().zip(&choice.selected).filter(|(_, s)| **s) {
                parts[found.start as usize / 1_000] += 1;
            }
            assert_eq!(parts, expected, "{max_marks} marks");
        }
    }

    /// One term, over and over in a text of a hundred parts.
    #[test]
    fn fewer_marks_than_parts_reach_to_the_end() {
        let matches: Vec<Match> = (0..1_000)
            .map(|n| Match {
                start: n * 100,
                end: n * 100 + 5,
                ..Match::default()
            })
            .collect();
        let size = Size {
            words: 15_000,
            units: 100_000,
        };
        let blocks = Blocks::from_flat(&[0, BLOCK], size.units).unwrap();
        let flags = blocks.flags(matches.iter().map(|m| (m.start, m.end)));
        let terms = terms(&matches, &flags, &vec![0; size.units], &[]);
        let options = ReadOptions {
            occurrences: Occurrences::All,
            max_marks: 20,
            ..ReadOptions::default()
        };
        let choice = select(&matches, &flags, &blocks, &terms, size, &options);
        let mut tenths = [0; 10];
        for (found, _) in matches.iter().zip(&choice.selected).filter(|(_, s)| **s) {
            tenths[found.start as usize / 10_000] += 1;
        }
        assert_eq!(tenths, [2; 10]);
    }
}
