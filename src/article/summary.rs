//! The sentences that carry an article.
//!
//! Extraction by word weight, in the line of Luhn (1958) and `SumBasic` (Nenkova & Vanderwende 2005): a sentence is worth the words that recur in the
//! article, the terms it holds, what it shares with the title, and a little for standing near the top. Where authors say what they do ("In this paper we
//! propose …", a bonus word of Edmundson 1969), that is worth more. Sentences are then taken one by one, the best first, and what is said already
//! counts for less in the others. Headings, captions, notes, parts of longer quotes and very short or very long sentences are never taken. The result is in the
//! article's order.

use std::ops::Range;

use super::Term;
use super::language::Language;
use super::lists;
use super::tokens::{Kind, Tokens};
use super::vocabulary::{Session, Words, longer};
use crate::base::letter::is_small;
use crate::base::log::ln_1p;
use crate::base::map::Map;
use crate::base::order;
use crate::matcher::Match;
use crate::text::blocks::{ASIDE, HEADING, UNMARKABLE};
use crate::text::class::is_in_word;
use crate::text::sentences::Sentence;
use crate::text::words;

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
const SENTENCES_PER_KEY: usize = 4;
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
/// What a sentence loses where all its topic words were said before; in proportion where some were.
const SAID_WEIGHT: f32 = 0.7;

/// Damps the advantage of long sentences: the weight is divided by (words + 10) to the power of ½.
const LENGTH_DAMPING: f32 = 10.0;

const TITLE_WEIGHT: f32 = 1.5;
const HEADING_WEIGHT: f32 = 0.5;
const TERM_WEIGHT: f32 = 1.5;

/// The first sentence gets this much more of its weight, falling to nothing at the end.
const LEAD_WEIGHT: f32 = 0.35;

/// What leaning costs a sentence.
const LEANING_FACTOR: f32 = 0.7;

/// A sentence with a figure or date says something that can be checked, and news turns on it.
const FIGURE_FACTOR: f32 = 1.15;

const DOING_FACTOR: f32 = 1.8;
/// How many words are the first ones.
const FIRST_WORDS: usize = 12;

/// What looks like a caption, an item of a list or what leads to one: no full stop at its end.
const OPEN_FACTOR: f32 = 0.2;

/// An article has at least so many sentences, and its first one says what it is about. (An abstract's seldom does.)
const ARTICLE: usize = 12;
const FIRST_FACTOR: f32 = 1.4;

/// A sentence of fewer words with a word of the small print is that, whatever the article is about: "Sign up for our newsletter."
const SMALL: usize = 15;

/// The score of what is none after all.
const NO_CANDIDATE: f32 = -1.0;

struct Candidate {
    sentence: Sentence,
    /// Where its distinct topic words are in [`Summary::words`].
    words: Range<usize>,
    /// The number of its words, all of them.
    length: usize,
    /// Has it a word of the small print?
    is_small: bool,
    /// What its form makes it worth, before its content counts; then its score, which is below 0 where it is none.
    score: f32,
    /// What its topic words are worth.
    weight: f32,
    is_taken: bool,
}

/// What is to be known of a sentence besides its topic words.
struct Form {
    /// The number of its words, all of them.
    length: usize,
    /// The lists that have one of its topic words.
    lists: u64,
    /// What its form makes it worth.
    score: f32,
}

/// Words come one by one; room is made for so many.
const SOME: usize = 200;

/// What is known of a word in the article, by its number.
#[derive(Clone, Default)]
struct Use {
    /// Behind the last sentence that had it, counted from 1.
    seen: u32,
    /// How many sentences of prose have it.
    count: u32,
    /// What it is worth for that.
    weight: f32,
    /// What it is worth for standing in the title or a heading.
    named: f32,
    /// Does a sentence that was taken have it?
    is_said: bool,
}

/// The sentences that were read so far.
#[derive(Default)]
pub(crate) struct Summary {
    uses: Vec<Use>,
    /// The words of all candidates.
    words: Vec<u32>,
    candidates: Vec<Candidate>,
    /// The lists of words without a topic.
    no_topic: u64,
    /// How many sentences there were.
    number: u32,
    /// Is a quote open? No quote goes on in another paragraph without being opened again.
    in_quote: bool,
    /// Where the last sentence ended.
    last: usize,
}

impl Summary {
    /// Of an article that is called so; empty where a heading says it.
    pub(crate) fn new(title: &[u16], session: &mut Session) -> Self {
        let mut own = Self {
            no_topic: session.language.function_words(),
            ..Self::default()
        };
        let Session { words, tokens, .. } = session;
        tokens.read(title, 0, title.len(), words);
        own.describe(tokens, words, 0);
        own.name(0, TITLE_WEIGHT);
        own
    }

    /// Adds a sentence, which the session has read.
    pub(crate) fn add(&mut self, text: &[u16], mut sentence: Sentence, session: &mut Session) {
        let range = sentence.range();
        self.in_quote &= !text[self.last..range.start].contains(&10);
        let is_odd = session.tokens.quotes % 2 == 1;
        let is_cut = self.in_quote || is_odd;
        self.in_quote ^= is_odd;
        self.last = range.end;
        let is_heading = sentence.flags & HEADING != 0;
        if !is_heading && sentence.flags & (ASIDE | UNMARKABLE) != 0 {
            return;
        }
        let first = self.words.len();
        let prose = u32::from(!is_heading);
        let form = self.describe(&session.tokens, &mut session.words, prose);
        if is_heading {
            self.name(first, HEADING_WEIGHT);
            return;
        }
        if !(SHORTEST..=LONGEST).contains(&form.length) || is_cut {
            self.words.truncate(first);
            return;
        }
        let open = if is_open(&text[range.clone()]) {
            OPEN_FACTOR
        } else {
            1.0
        };
        if self.candidates.is_empty() {
            sentence.start += dateline(&text[range.clone()]);
        }
        let leaning = if is_one_of_them(&text[range], &session.tokens) {
            LEANING_FACTOR
        } else {
            1.0
        };
        self.candidates.push(Candidate {
            sentence,
            words: first..self.words.len(),
            length: form.length,
            is_small: form.lists & lists::SMALL_PRINT != 0,
            score: form.score * open * leaning,
            weight: 0.0,
            is_taken: false,
        });
    }

    /// Gives the words from `first` on a weight, if they have none, and takes them away.
    fn name(&mut self, first: usize, weight: f32) {
        for &word in &self.words[first..] {
            let named = &mut self.uses[word as usize].named;
            if *named <= 0.0 {
                *named = weight;
            }
        }
        self.words.truncate(first);
    }

    /// Adds the distinct topic words of what was read, and says what else is to be known of it. Each of them `counts` for so many.
    fn describe(&mut self, tokens: &Tokens, words: &mut Words, counts: u32) -> Form {
        self.number += 1;
        let spaced = !tokens.has_lone();
        let mut form = Form {
            length: 0,
            lists: 0,
            score: 1.0,
        };
        // What the first words are.
        let mut first = 0;
        let mut left = tokens.from(0);
        while let Some((token, behind)) = left.split_first() {
            left = behind;
            if token.kind == Kind::Mark {
                continue;
            }
            let (mut number, mut lists) = (token.number, token.known.lists);
            let (mut key, mut end) = (token.key, token.end);
            // What is written at once of words and numbers is one word, and so are two characters of a script without spaces.
            while let Some((next, behind)) = left.split_first()
                && next.start == end
                && next.kind != Kind::Mark
                && (next.kind == Kind::Lone) == (token.kind == Kind::Lone)
            {
                key = longer(key, next.key);
                (lists, end) = (0, next.end);
                if token.kind == Kind::Lone {
                    break;
                }
                left = behind;
            }
            if key != token.key || token.kind == Kind::Number {
                number = words.number(words::mix(words::EMPTY, key));
            } else if token.kind == Kind::Lone {
                continue;
            }
            form.length += 1;
            if form.length == 1 && lists & lists::LEANING != 0 {
                form.score *= LEANING_FACTOR;
            }
            if form.length <= FIRST_WORDS {
                first |= lists;
            }
            if (end - token.start >= SHORT_WORD || !spaced) && lists & self.no_topic == 0 {
                form.lists |= lists;
                self.add_word(number, counts);
            }
        }
        if first & lists::AUTHORS != 0 && first & lists::DOING != 0 {
            form.score *= DOING_FACTOR;
        }
        if tokens.has_digit() {
            form.score *= FIGURE_FACTOR;
        }
        if !spaced {
            // Pairs of characters are half a word each.
            form.length /= 2;
        }
        form
    }

    /// Adds a word of the sentence that is read, once.
    fn add_word(&mut self, number: u32, counts: u32) {
        let at = number as usize;
        if at >= self.uses.len() {
            for _ in self.uses.len()..at + SOME {
                self.uses.push(Use::default());
            }
        }
        let own = &mut self.uses[at];
        if own.seen != self.number {
            own.seen = self.number;
            own.count += counts;
            self.words.push(number);
        }
    }

    fn uses_of(&self, words: &Range<usize>) -> impl Iterator<Item = &Use> + use<'_> {
        let words = self.words.get(words.clone()).unwrap_or_default();
        words
            .iter()
            .filter_map(|&word| self.uses.get(word as usize))
    }

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
}

/// UTF-16 code units.
const LONGEST_DATELINE: usize = 60;

/// How many code units at the front of a report say where it is from: "LONDON, Jan. 5 (Reuters) – ", names and numbers up to a dash that a capital follows, and no other dash.
fn dateline(text: &[u16]) -> u32 {
    let letter = |at: usize| {
        let unit = text.get(at).copied().unwrap_or_default();
        char::from_u32(unit.into()).unwrap_or_default()
    };
    let mut is_inside = false;
    for (at, length) in (0..LONGEST_DATELINE).zip(2..) {
        match letter(at) {
            '(' => is_inside = true,
            ')' => is_inside = false,
            dash @ ('-' | '–' | '—') if letter(at + 1) == ' ' => {
                let is_pair =
                    (at + 1..text.len()).any(|at| letter(at) == dash && letter(at + 1) == ' ');
                return if is_pair || is_small(letter(at + 2)) {
                    0
                } else {
                    length
                };
            }
            // "3 mai (AFP)"
            c if is_small(c)
                && !is_inside
                && !is_in_word(letter(at.wrapping_sub(1)))
                && !letter(at.wrapping_sub(2)).is_ascii_digit() =>
            {
                return 0;
            }
            _ => {}
        }
    }
    0
}

/// "One opens a pilot": one of what the sentence before it named. What is behind "one" and ends in an s is a verb, as no plural stands there.
fn is_one_of_them(text: &[u16], tokens: &Tokens) -> bool {
    const ONE: [u16; 4] = [0x4F, 0x6E, 0x65, 0x20];
    let next = tokens.at(1);
    let length = next.end - next.start;
    text.starts_with(&ONE)
        && matches!(text.get(ONE.len()..ONE.len() + length), Some([.., before, 0x73]) if *before != 0x73)
}

/// Does it end without a full stop? Quotes and brackets may stand behind one, and the number of a footnote.
fn is_open(text: &[u16]) -> bool {
    let mut left = text;
    while let [before @ .., last] = left {
        left = before;
        match char::from_u32(u32::from(*last)).unwrap_or_default() {
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '．' | '।' | '؟' => return false,
            ']' => {
                let open = before.iter().rposition(|&unit| unit == 0x5B);
                left = &before[..open.unwrap_or(before.len())];
            }
            c if is_in_word(c) || matches!(c, ':' | ',' | ';') => return true,
            _ => {}
        }
    }
    false
}

/// Chooses the key sentences among `sentences`; `matches` and `terms` are the article's. `title` is what it is called where no heading says so.
#[must_use]
pub fn summarise(
    text: &[u16],
    sentences: &[Sentence],
    matches: &[Match],
    terms: &[Term],
    title: &[u16],
    language: Language,
) -> Vec<KeySentence> {
    let mut session = Session::of(language, None);
    let mut summary = Summary::new(title, &mut session);
    for &sentence in sentences {
        session.read(text, sentence);
        summary.add(text, sentence, &mut session);
    }
    summary.finish(matches, terms, &session.words)
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

#[cfg(test)]
mod tests;
