//! Which of the sentences that were read are the key sentences.

use std::ops::Range;

use super::{Candidate, KeySentence, Summary, Use};
use crate::article::vocabulary::Words;
use crate::article::{Term, lists};
use crate::base::log::ln_1p;
use crate::base::map::Map;
use crate::base::order;
use crate::matcher::Match;
use crate::text::sentences::Sentence;

/// One key sentence for this many sentences …
const SENTENCES_PER_KEY: usize = 4;
/// … but two at least and four at most: what fits beside an article at a glance.
const FEWEST: usize = 2;
const MOST: usize = 4;

/// A sentence that shares more than this part of its topic words with those taken says nothing new.
const REPETITION: f32 = 0.6;
/// What a sentence loses where all its topic words were said before; in proportion where some were.
const SAID_WEIGHT: f32 = 0.7;

/// Damps the advantage of long sentences: the weight is divided by (words + 10) to the power of ½.
const LENGTH_DAMPING: f32 = 10.0;

const TERM_WEIGHT: f32 = 1.5;

/// The first sentence gets this much more of its weight, falling to nothing at the end.
const LEAD_WEIGHT: f32 = 0.35;

/// An article has at least so many sentences, and its first one says what it is about. (An abstract's seldom does.)
const ARTICLE: usize = 12;
const FIRST_FACTOR: f32 = 1.4;

/// A sentence of fewer words with a word of the small print is that, whatever the article is about: "Sign up for our newsletter."
const SMALL: usize = 15;

/// The score of what is none after all.
const NO_CANDIDATE: f32 = -1.0;

impl Summary {
    /// Chooses the key sentences; `matches` and `terms` are the article's.
    pub(crate) fn finish(
        mut self,
        matches: &[Match],
        terms: &[Term],
        words: &Words,
    ) -> Vec<KeySentence> {
        // A word that only one sentence has says nothing about the article.
        for own in self.uses.iter_mut().filter(|own| own.count > 1) {
            own.weight = ln_1p(own.count);
        }
        let mut salience = Map::with_room(terms.len());
        for term in terms {
            salience.set(term.entry, term.salience.to_bits(), &|own| own);
        }
        let mut candidates = std::mem::take(&mut self.candidates);
        let mut total = 0;
        for candidate in &mut candidates {
            let is_small_print = |&word: &u32| {
                words.known(word).lists & lists::SMALL_PRINT != 0
                    && (candidate.length < SMALL || self.uses[word as usize].weight <= 0.0)
            };
            if candidate.is_small
                && self.words[candidate.words.clone()]
                    .iter()
                    .any(is_small_print)
            {
                candidate.score = NO_CANDIDATE;
            } else {
                total += 1;
            }
        }
        let mut index = 0;
        for candidate in &mut candidates {
            if candidate.score <= NO_CANDIDATE {
                continue;
            }
            let mut topic = -0.0;
            for own in self.uses_of(&candidate.words) {
                topic += own.weight + own.named;
                candidate.weight += own.weight;
            }
            let held = salience_within(&candidate.sentence, matches, &salience);
            #[allow(clippy::cast_precision_loss)] // counts of sentences and words
            let (place, length) = (index as f32 / total as f32, candidate.length as f32);
            let lead = 1.0 + LEAD_WEIGHT * (1.0 - place);
            let damping = (length + LENGTH_DAMPING).sqrt();
            candidate.score *= (topic + TERM_WEIGHT * held) * lead / damping;
            if index == 0 && total >= ARTICLE {
                candidate.score *= FIRST_FACTOR;
            }
            index += 1;
        }
        self.take_best(
            &mut candidates,
            (total / SENTENCES_PER_KEY).clamp(FEWEST, MOST),
        );
        let mut taken = Vec::new();
        for candidate in candidates {
            if candidate.is_taken {
                let Sentence { start, end, .. } = candidate.sentence;
                let score = candidate.score;
                taken.push(KeySentence { start, end, score });
            }
        }
        taken
    }

    fn take_best(&mut self, candidates: &mut [Candidate], wanted: usize) {
        for _ in 0..wanted {
            let (mut best, mut highest) = (None, NO_CANDIDATE);
            for (candidate, index) in candidates.iter().zip(0..) {
                // What is worth less than the best one before anything is taken off it cannot be better.
                if candidate.is_taken || candidate.score <= highest {
                    continue;
                }
                let (mut repeated, mut weight) = (0.0, 0.0);
                for own in self.uses_of(&candidate.words) {
                    if own.is_said {
                        repeated += 1.0;
                        weight += own.weight;
                    }
                }
                #[allow(clippy::cast_precision_loss)] // words of one sentence
                let is_repetition = repeated > REPETITION * candidate.words.len() as f32;
                let score =
                    candidate.score * (1.0 - SAID_WEIGHT * weight / candidate.weight.max(1.0));
                if !is_repetition && score > highest {
                    (best, highest) = (Some(index), score);
                }
            }
            let Some(index) = best else {
                break;
            };
            let best: &mut Candidate = &mut candidates[index];
            best.is_taken = true;
            for &word in &self.words[best.words.clone()] {
                self.uses[word as usize].is_said = true;
            }
        }
    }

    fn uses_of(&self, words: &Range<usize>) -> impl Iterator<Item = &Use> + use<'_> {
        let words = self.words.get(words.clone()).unwrap_or_default();
        words
            .iter()
            .filter_map(|&word| self.uses.get(word as usize))
    }
}

/// The salience of the distinct terms within a sentence.
fn salience_within(sentence: &Sentence, matches: &[Match], salience: &Map) -> f32 {
    let from = matches.partition_point(|m| m.start < sentence.start);
    let within = matches[from..].iter().take_while(|m| m.end <= sentence.end);
    let mut entries: Vec<u32> = within.map(|m| m.entry).collect();
    order::distinct(&mut entries);
    let weight = |&entry: &u32| f32::from_bits(salience.get(entry).unwrap_or_default());
    entries.iter().map(weight).sum()
}
