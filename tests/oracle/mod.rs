//! The matcher as one writes it without a thought for speed: at every place, every label is compared.
//!
//! It shares the folding and the boundary rule with the matcher, because each of those has tests of its own; what it does not share is what
//! is hard about the matcher: the automaton, the filter in front of it, and where the search goes on. It knows nothing of a match's
//! surroundings (addresses, handles, compounds): whoever compares has to leave such places out.
//!
//! Used by `tests/properties.rs` and by the fuzz targets (`fuzz/`).

use std::cmp::Reverse;
use std::ops::Range;

use glossator::Glossary;
use glossator::text::{Folded, Folding, class::Class, fold, fold_label};

/// An entry of one label, which is not inflected.
#[derive(Clone, Debug, Default)]
pub struct Term {
    pub label: String,
    /// As written, or in any case?
    pub exact: bool,
    /// An ordinary word: in any case, but not as a part of a name.
    pub common: bool,
    pub priority: i32,
    /// Phrases in which the term is not meant.
    pub not: Vec<String>,
}

/// The glossary that the matcher gets. Entries have the terms' indices.
pub fn glossary(terms: &[Term]) -> Glossary {
    let entry = |term: &Term| {
        serde_json::json!({
            "term": term.label,
            "definition": "d",
            "case": if term.exact { "exact" } else if term.common { "auto" } else { "ignore" },
            "inflect": false,
            "priority": term.priority,
            "not": term.not,
        })
    };
    let entries: Vec<_> = terms.iter().map(entry).collect();
    Glossary::from_json(&serde_json::json!({ "entries": entries }).to_string())
        .expect("a good glossary")
}

/// A label at a place where it is a whole word, in the right case and under no veto.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// In UTF-16 code units.
    pub source: Range<usize>,
    /// In folded bytes.
    folded: Range<usize>,
    /// The terms with this label: the highest priority first, then in the glossary's order.
    pub terms: Vec<usize>,
}

/// What a text holds.
pub struct Oracle<'a> {
    terms: &'a [Term],
    text: &'a [u16],
    block_starts: &'a [u32],
    folded: Folded,
    /// The terms' labels, folded.
    labels: Vec<Vec<u8>>,
    /// Where each term's vetoes stand, in folded bytes.
    vetoes: Vec<Vec<Range<usize>>>,
}

impl<'a> Oracle<'a> {
    /// `block_starts` in UTF-16 code units, ascending.
    pub fn new(terms: &'a [Term], text: &'a [u16], block_starts: &'a [u32]) -> Self {
        let mut oracle = Self {
            terms,
            text,
            block_starts,
            folded: fold(text, block_starts),
            labels: terms.iter().map(|term| fold_label(&term.label)).collect(),
            vetoes: Vec::new(),
        };
        oracle.vetoes = terms
            .iter()
            .map(|term| oracle.standing(&term.not))
            .collect();
        oracle
    }

    /// Where phrases stand, in folded bytes.
    fn standing(&self, phrases: &[String]) -> Vec<Range<usize>> {
        let mut standing = Vec::new();
        for phrase in phrases.iter().map(|phrase| fold_label(phrase)) {
            let ranges = self.places().into_iter().map(|at| at..at + phrase.len());
            standing.extend(ranges.filter(|range| self.stands(&phrase, range)));
        }
        standing
    }

    /// Of all that `allow` does not refuse: the longest first, then the highest priority, then the glossary's order, then the leftmost; and nothing that overlaps what was
    /// chosen before it. In the order of the text.
    pub fn longest_first(&self, allow: impl FnMut(&Hit) -> bool) -> Vec<Hit> {
        let mut hits: Vec<Hit> = self
            .places()
            .into_iter()
            .flat_map(|at| self.hits_at(at))
            .filter(allow)
            .collect();
        hits.sort_by_key(|hit| {
            let best = hit.terms[0];
            (
                Reverse(hit.folded.len()),
                Reverse(self.terms[best].priority),
                best,
                hit.folded.start,
            )
        });
        let mut found: Vec<Hit> = Vec::new();
        for hit in hits {
            let is_free = |other: &Hit| {
                other.folded.end <= hit.folded.start || hit.folded.end <= other.folded.start
            };
            if found.iter().all(is_free) {
                found.push(hit);
            }
        }
        found.sort_by_key(|hit| hit.folded.start);
        found
    }

    /// All hits at a place in the folded bytes, longest first.
    fn hits_at(&self, at: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for (index, (term, label)) in self.terms.iter().zip(&self.labels).enumerate() {
            let folded = at..at + label.len();
            if !self.stands(label, &folded) || self.is_vetoed(index, &folded) {
                continue;
            }
            let front = self.front(&folded).unwrap_or(at);
            let source = self.folded.source(front..folded.end);
            let surface = String::from_utf16_lossy(&self.text[source.clone()]);
            if term.exact && with_case(&surface) != with_case(&term.label) {
                continue;
            }
            if term.common && self.is_in_name(&source, &folded) {
                continue;
            }
            match hits.iter_mut().find(|hit| hit.folded == folded) {
                Some(hit) => hit.terms.push(index),
                None => hits.push(Hit {
                    source,
                    folded,
                    terms: vec![index],
                }),
            }
        }
        for hit in &mut hits {
            hit.terms
                .sort_by_key(|&index| Reverse(self.terms[index].priority));
        }
        hits.sort_by_key(|hit| Reverse(hit.folded.end));
        hits
    }

    /// Is a word with a capital, inside a sentence, beside another one, which is no term? Not in a heading, where most long words have one. Takes every code unit for a
    /// character, and a block for no longer than a name's surroundings are looked at.
    fn is_in_name(&self, source: &Range<usize>, folded: &Range<usize>) -> bool {
        let starts = self.block_starts.iter().map(|&start| start as usize);
        let block_start = starts.clone().filter(|&at| at <= source.start).max();
        let block_end = starts.filter(|&at| at > source.start).min();
        let block = block_start.unwrap_or(0)..block_end.unwrap_or(self.text.len());
        let chars: Vec<char> = self.text[block.clone()]
            .iter()
            .map(|&unit| char::from_u32(unit.into()).unwrap_or('\u{fffd}'))
            .collect();
        let words = words(&chars);
        let own = source.start - block.start..source.end - block.start;
        let Some(index) = words.iter().position(|word| *word == own) else {
            return false;
        };
        let text = |range: Range<usize>| chars[range].iter().collect::<String>();
        let gap_before = |index: usize| {
            let before = index.checked_sub(1).map_or(0, |before| words[before].end);
            text(before..words[index].start)
        };
        let starts_sentence =
            |index: usize| index == 0 || gap_before(index).contains(['.', '!', '?', ':', ';']);
        let capitals = |index: usize| {
            let letters = text(words[index].clone());
            (letters.chars().take(2))
                .map(char::is_uppercase)
                .collect::<Vec<_>>()
        };
        let is_spaced = |index: usize| [" ", "\n", "\u{a0}"].contains(&gap_before(index).as_str());
        let is_term_before = (0..folded.start).any(|at| {
            (self.labels.iter()).any(|label| self.stands(label, &(at..folded.start - 1)))
        });
        let is_term_behind = (self.labels.iter())
            .any(|label| self.stands(label, &(folded.end + 1..folded.end + 1 + label.len())));
        let before = index > 0
            && is_spaced(index)
            && !is_term_before
            && match capitals(index - 1)[..] {
                [true, true] => true,
                [true, false] => !starts_sentence(index - 1),
                _ => false,
            };
        let behind = index + 1 < words.len()
            && is_spaced(index + 1)
            && !is_term_behind
            && matches!(capitals(index + 1)[..], [true, _]);
        let is_heading_in = |part: Range<usize>, fewest: usize| {
            let words = || {
                words
                    .iter()
                    .filter(|word| part.start <= word.start && word.end <= part.end)
            };
            let capitals = words()
                .filter(|word| chars[word.start].is_uppercase())
                .count();
            let small = words()
                .filter(|word| word.len() >= 4 && chars[word.start].is_lowercase())
                .count();
            capitals > 3 * small
                && capitals > fewest
                && !text(part.clone()).trim_end().ends_with('.')
        };
        let quotes = |range: Range<usize>| range.filter(|&at| "\"“”„«»".contains(chars[at]));
        let title = quotes(0..own.start)
            .next_back()
            .zip(quotes(own.end..chars.len()).next());
        let is_heading = is_heading_in(0..chars.len(), 0)
            || title.is_some_and(|(from, to)| is_heading_in(from..to, 5));
        capitals(index) == [true, false]
            && !starts_sentence(index)
            && (before || behind)
            && !is_heading
    }

    /// Does the folded label stand there as a whole word?
    fn stands(&self, label: &[u8], range: &Range<usize>) -> bool {
        !label.is_empty()
            && self.folded.bytes.get(range.clone()) == Some(label)
            && self.front(range).is_some()
            && self.is_boundary(range.end)
    }

    /// Where the word of a label begins that stands at a range: there, or before what Arabic and Hebrew write on to its front, if the label is long enough.
    fn front(&self, range: &Range<usize>) -> Option<usize> {
        if self.is_boundary(range.start) {
            return Some(range.start);
        }
        let before = &self.folded_text()[..range.start];
        let fronts = FRONTS.iter().filter(|(bytes, _)| range.len() >= *bytes);
        let mut fronts = fronts.flat_map(|(_, fronts)| fronts.split(' '));
        fronts.find_map(|front| {
            let start = before.strip_suffix(front)?.len();
            self.is_boundary(start).then_some(start)
        })
    }

    fn is_boundary(&self, at: usize) -> bool {
        let (before, after) = self.folded_text().split_at(at);
        Class::boundary(before.chars().next_back(), after.chars().next())
    }

    /// Where characters of the folded text begin.
    fn places(&self) -> Vec<usize> {
        self.folded_text()
            .char_indices()
            .map(|(at, _)| at)
            .collect()
    }

    fn is_vetoed(&self, term: usize, hit: &Range<usize>) -> bool {
        self.vetoes[term]
            .iter()
            .any(|veto| veto.start < hit.end && veto.end > hit.start)
    }

    fn folded_text(&self) -> &str {
        std::str::from_utf8(&self.folded.bytes).expect("folded text is UTF-8")
    }
}

/// What is written on to the front of a word, by the bytes that the word must have.
const FRONTS: [(usize, &str); 3] = [
    (6, "ال وال فال بال كال لل ولل فلل وبال ה וה שה כשה מה"),
    (10, "و ف ب ل ك وب ول وك"),
    (12, "ב ל ו כ ש וב ול וכ וש של שב"),
];

/// Runs of letters and digits.
fn words(chars: &[char]) -> Vec<Range<usize>> {
    let is_word = |at: usize| chars.get(at).is_some_and(|c| c.is_alphanumeric());
    let starts = (0..chars.len()).filter(|&at| is_word(at) && (at == 0 || !is_word(at - 1)));
    let end = |at: usize| (at..).find(|&at| !is_word(at)).unwrap_or(at);
    starts.map(|at| at..end(at)).collect()
}

/// Everything folded but letter case.
fn with_case(text: &str) -> Vec<u8> {
    let folding = Folding {
        keep_case: true,
        ..Folding::default()
    };
    folding.fold_label(text)
}
