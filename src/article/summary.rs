//! The sentences that carry an article.
//!
//! Extraction by word weight, in the line of Luhn (1958) and `SumBasic` (Nenkova & Vanderwende 2005): a sentence is worth the words that recur in the
//! article, the terms it holds, what it shares with the headline, and a little for standing near the top. Sentences are then taken best first;
//! one that mostly repeats what is already taken is passed over. Headings, captions, notes and very short or very long
//! sentences are never taken. The result is in the article's order.

use super::Term;
use crate::base::order;
use crate::matcher::Match;
use crate::text::blocks::{ASIDE, HEADING, UNMARKABLE};
use crate::text::class::Class;
use crate::text::sentences::Sentence;
use crate::text::words::{self, Key};

/// A key sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeySentence {
    /// First UTF-16 code unit.
    pub start: u32,
    /// Behind the last UTF-16 code unit.
    pub end: u32,
    /// Higher is better; only good for comparing sentences of one article.
    pub score: f32,
}

/// One key sentence for this many sentences …
const SENTENCES_PER_KEY: usize = 5;
/// … but two at least and four at most: what fits beside an article at a glance.
const FEWEST: usize = 2;
const MOST: usize = 4;
/// Shorter sentences (words) say too little on their own; longer ones are lists or mis-split.
const SHORTEST: usize = 7;
const LONGEST: usize = 70;
/// Words of fewer characters are function words in most languages with spaces.
const SHORT_WORD: usize = 4;
/// A sentence that shares more than this part of its topic words with those taken says nothing new.
const REPETITION: f32 = 0.6;
/// Damps the advantage of long sentences: the weight is divided by (words + 10) to the power of ½.
const LENGTH_DAMPING: f32 = 10.0;
const TITLE_WEIGHT: f32 = 0.5;
const TERM_WEIGHT: f32 = 1.5;
/// The first sentence gets this much more of its weight, falling to nothing at the end.
const LEAD_WEIGHT: f32 = 0.35;

/// A sentence that opens with one of these leans on the one before it and is hard to read alone.
const LEANING: &str = "and another because both but he however instead it its meanwhile moreover nor or other others she so some such that \
    their then there these they this those thus yet";
/// What leaning costs a sentence.
const LEANING_FACTOR: f32 = 0.55;
/// A sentence with a figure or date says something that can be checked, and news turns on it.
const FIGURE_FACTOR: f32 = 1.15;

/// English words of four letters and more that carry no topic.
const FUNCTION_WORDS: &str = "about above after again against also although among another around because been before being between both \
    could does down during each even ever every from further have having here however into itself just like \
    made make many might more most much must never only other over said same says shall should since some still \
    such than that their them then there these they this those through under until upon very well were what \
    when where whether which while will with within without would your";

/// An article has fewer sentences than this; of a longer text the first so many are read, so that a book costs what an article costs.
const MOST_READ: usize = 600;

struct Candidate {
    sentence: Sentence,
    /// Its distinct topic words.
    words: Vec<Key>,
    /// The number of its words, all of them.
    length: usize,
    /// What its form makes it worth, before its content counts; then its score.
    score: f32,
}

/// What is known of words before a text is read.
struct Language {
    function_words: Vec<Key>,
    leaning: Vec<Key>,
}

impl Language {
    fn english() -> Self {
        let keys = |list: &str| {
            let mut keys: Vec<Key> = list.split(' ').map(words::key).collect();
            order::distinct(&mut keys);
            keys
        };
        Self {
            function_words: keys(FUNCTION_WORDS),
            leaning: keys(LEANING),
        }
    }

    fn describe(&self, text: &[u16], sentence: Sentence) -> Candidate {
        let surface = &text[sentence.range()];
        let spaced = is_spaced(surface);
        let (mut words, mut length, mut score) = (Vec::new(), 0, 1.0);
        words::each(surface, |key, characters| {
            length += 1;
            if length == 1 && self.leaning.binary_search(&key).is_ok() {
                score *= LEANING_FACTOR;
            }
            if (characters >= SHORT_WORD || !spaced)
                && self.function_words.binary_search(&key).is_err()
            {
                words.push(key);
            }
        });
        if surface.iter().any(|unit| (0x30..0x3A).contains(unit)) {
            score *= FIGURE_FACTOR;
        }
        order::distinct(&mut words);
        Candidate {
            sentence,
            words,
            length,
            score,
        }
    }
}

/// A number for each of some keys.
struct Weights(Vec<(u32, f32)>);

impl Weights {
    fn new(pairs: Vec<(u32, f32)>) -> Self {
        Self(order::by_key(pairs, |&(key, _)| key.into()))
    }

    /// The weight of each word from how many sentences have it. A word that only one has says nothing about the article.
    fn count(words: Vec<Key>) -> Self {
        let words = order::by_key(words, |&word| word.into());
        #[allow(clippy::cast_precision_loss)] // a number of sentences
        let weight = |same: &[Key]| {
            (
                same[0],
                if same.len() > 1 {
                    (same.len() as f32).ln_1p()
                } else {
                    0.0
                },
            )
        };
        Self(words.chunk_by(|a, b| a == b).map(weight).collect())
    }

    fn sum(&self, keys: &[u32]) -> f32 {
        let weight = |key: &u32| {
            self.0
                .binary_search_by_key(key, |pair| pair.0)
                .map_or(0.0, |at| self.0[at].1)
        };
        keys.iter().map(weight).sum()
    }
}

/// Chooses the key sentences among `sentences`; `matches` and `terms` are the article's.
#[must_use]
pub fn summarise(
    text: &[u16],
    sentences: &[Sentence],
    matches: &[Match],
    terms: &[Term],
    title_text: &[u16],
    own: super::Language,
) -> Vec<KeySentence> {
    let language = Language::english();
    let mut prose: Vec<Key> = Vec::new();
    let mut title: Vec<Key> = Vec::new();
    let mut candidates = Vec::new();
    for &sentence in sentences.iter().take(MOST_READ) {
        let candidate = language.describe(text, sentence);
        if sentence.flags & HEADING != 0 {
            title.extend_from_slice(&candidate.words);
        } else if sentence.flags & (ASIDE | UNMARKABLE) == 0 {
            prose.extend_from_slice(&candidate.words);
            if (SHORTEST..=LONGEST).contains(&candidate.length) {
                candidates.push(candidate);
            }
        }
    }
    order::distinct(&mut title);
    let weights = Weights::count(prose);
    let salience = Weights::new(
        terms
            .iter()
            .map(|term| (term.entry, term.salience))
            .collect(),
    );
    let total = candidates.len();
    #[allow(clippy::cast_precision_loss)] // counts of sentences and words
    for (index, candidate) in candidates.iter_mut().enumerate() {
        let topic = weights.sum(&candidate.words);
        let shared = candidate
            .words
            .iter()
            .filter(|key| title.binary_search(key).is_ok())
            .count() as f32;
        let held = salience_within(&candidate.sentence, matches, &salience);
        let lead = 1.0 + LEAD_WEIGHT * (1.0 - index as f32 / total as f32);
        let damping = (candidate.length as f32 + LENGTH_DAMPING).sqrt();
        candidate.score *= (topic + TITLE_WEIGHT * shared + TERM_WEIGHT * held) * lead / damping;
    }
    take_best(candidates)
}

fn take_best(mut candidates: Vec<Candidate>) -> Vec<KeySentence> {
    let wanted = (candidates.len() / SENTENCES_PER_KEY).clamp(FEWEST, MOST);
    candidates = order::by_key(candidates, |c| {
        order::pair(order::highest_first(c.score), c.sentence.start)
    });
    let mut said: Vec<Key> = Vec::new();
    let mut taken = Vec::new();
    for candidate in candidates {
        if taken.len() == wanted {
            break;
        }
        let repeated = candidate
            .words
            .iter()
            .filter(|key| said.contains(key))
            .count();
        #[allow(clippy::cast_precision_loss)] // words of one sentence
        if repeated as f32 > REPETITION * candidate.words.len() as f32 {
            continue;
        }
        said.extend_from_slice(&candidate.words);
        let Sentence { start, end, .. } = candidate.sentence;
        taken.push(KeySentence {
            start,
            end,
            score: candidate.score,
        });
    }
    order::by_key(taken, |key| key.start.into())
}

/// The salience of the distinct terms within a sentence.
fn salience_within(sentence: &Sentence, matches: &[Match], salience: &Weights) -> f32 {
    let from = matches.partition_point(|m| m.start < sentence.start);
    let within = matches[from..].iter().take_while(|m| m.end <= sentence.end);
    let mut entries: Vec<u32> = within.map(|m| m.entry).collect();
    order::distinct(&mut entries);
    salience.sum(&entries)
}

/// Is it a script with spaces? There short words are function words; in Chinese two characters are a word.
fn is_spaced(text: &[u16]) -> bool {
    !text
        .iter()
        .any(|&unit| char::from_u32(u32::from(unit)).is_some_and(|c| Class::of(c) == Class::Lone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::blocks::{BLOCK, Blocks};
    use crate::text::{sentences::sentences, utf16};

    fn summary(parts: &[(&str, u32)]) -> Vec<String> {
        let mut text = Vec::new();
        let mut rows = Vec::new();
        for (part, flags) in parts {
            rows.extend([u32::try_from(text.len()).unwrap(), BLOCK | flags]);
            text.extend(utf16(part));
            text.push(10);
        }
        let blocks = Blocks::from_flat(&rows, text.len()).unwrap();
        let found = sentences(&text, &blocks);
        let keys = summarise(
            &text,
            &found,
            &[],
            &[],
            &[],
            super::super::Language::default(),
        );
        keys.iter()
            .map(|k| String::from_utf16_lossy(&text[k.start as usize..k.end as usize]))
            .collect()
    }

    #[test]
    fn the_topic_wins_over_the_aside() {
        let found = summary(&[
            ("Shanghai plans blockchain research", HEADING),
            (
                "Shanghai will fund blockchain research at three universities over the next five years.",
                0,
            ),
            (
                "The weather on the day of the announcement was unusually mild for the season.",
                0,
            ),
            (
                "Blockchain research has lacked stable money, and Shanghai wants its universities to lead.",
                0,
            ),
            (
                "Shanghai and its blockchain research in a photograph taken on the day itself.",
                ASIDE,
            ),
            ("Yes.", 0),
        ]);
        assert_eq!(
            found,
            [
                "Shanghai will fund blockchain research at three universities over the next five years.",
                "Blockchain research has lacked stable money, and Shanghai wants its universities to lead.",
            ]
        );
    }

    #[test]
    fn nothing_is_said_twice() {
        let sentence = "The central bank of the city published its plan for digital money today.";
        let other = "Merchants in the old town were told nothing about any of these plans.";
        let found = summary(&[(sentence, 0), (sentence, 0), (other, 0)]);
        assert_eq!(found, [sentence, other]);
    }

    #[test]
    fn a_text_without_sentences_has_no_summary() {
        assert!(summary(&[("Menu", 0), ("Home", HEADING)]).is_empty());
        assert!(summary(&[]).is_empty());
    }
}
