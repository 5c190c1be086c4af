//! Do the letters of a short form stand for the words of a long one?
//!
//! Schwartz and Hearst (2003) walk both from the right and take the first letter that fits; only the first letter of the short form has to begin a word. So "cell-mediated"
//! loses its "cell" and "the" gains an "h". Here all ways to lay the short form's letters along the text are weighed (dynamic programming, from the last letter to
//! the first): a letter that begins a word is worth most, one that goes on from the letter before it next, one from the middle of a word least, and a word that is passed over costs, a
//! small one hardly anything. The long form begins where the best of them does.
//!
//! Letters are compared without case and accents, Greek ones also as the Latin letter that stands for their name ("TNF-α", "tumor necrosis factor-alpha").

use std::ops::Range;

use crate::base::letter::{is_capital, is_small, lower};
use crate::base::list;
use crate::text::class::Class;
use crate::text::without_accent;

/// What a letter is worth that begins a word …
const INITIAL: f32 = 1.0;
/// … that begins a part of one ("gonadotropin-releasing", "TensorFlow") …
const PART: f32 = 0.75;
/// … that goes on from the letter before …
const NEXT: f32 = 0.6;
/// … and any other.
const INNER: f32 = 0.35;
/// A small word's first letter is worth this much less.
const SMALLER: f32 = 0.3;
/// What a word costs that no letter stands for, and one of [`SMALL`].
const SKIPPED: f32 = 0.6;
const SKIPPED_SMALL: f32 = 0.1;
/// So much more it costs behind the last letter: there the long form should be at its end.
const TRAILING: f32 = 1.6;
/// What a bracket costs that the long form runs over.
const BRACKET: f32 = 0.5;

/// Words that short forms pass over.
pub(super) const SMALL: &str = "a an and at by da das de del der des di die do du e el en et for from für i in la le les los of on or per the to und \
    van von with y à";

/// A place in the text where a letter or digit stands.
#[derive(Clone, Copy)]
struct Place {
    /// UTF-16 code units from the start of the text.
    at: usize,
    letter: char,
    /// [`INITIAL`], [`PART`] or [`INNER`].
    worth: f32,
    /// The number of its word.
    word: usize,
    /// May a long form begin here? Not inside a bracket that ends before it does, and not with a small word.
    may_begin: bool,
}

/// The places of a stretch of text, to lay short forms along.
pub(super) struct Window {
    places: Vec<Place>,
    /// What passing over the words before each word costs.
    costs: Vec<f32>,
}

/// The best way to read a short form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alignment {
    /// Where the long form begins, in UTF-16 code units from the start of the text.
    pub start: usize,
    /// At most 1: the worth of the letters by their number.
    pub score: f32,
    /// Letters before it are words that were passed over.
    pub word: usize,
}

/// A character as it is compared.
pub(super) fn plain(unit: u16) -> char {
    let c = lower(character(unit));
    match c {
        'α' => 'a',
        'β' => 'b',
        'γ' => 'g',
        'δ' => 'd',
        'ε' => 'e',
        'κ' => 'k',
        'λ' => 'l',
        'μ' | 'µ' => 'm',
        'σ' => 's',
        'τ' => 't',
        'ω' => 'o',
        '\0'..='\x7F' => c,
        _ => without_accent(c).unwrap_or(c),
    }
}

/// A code unit as a character; half of a pair is no letter.
pub(super) fn character(unit: u16) -> char {
    char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Is it a letter or digit of a script that separates words?
pub(super) fn is_word(unit: u16) -> bool {
    Class::of(character(unit)) == Class::Word
}

impl Window {
    /// Looks at a part of the text.
    pub(super) fn new(text: &[u16], part: Range<usize>) -> Self {
        let mut window = Self {
            places: Vec::new(),
            costs: vec![0.0],
        };
        let mut word = String::new();
        let mut before = ' ';
        let mut has_space = true;
        // Has the word had nothing yet but the likes of "2,3-" and "N-", which stand before the name of a substance?
        let mut is_locant = true;
        let mut run = 0;
        for at in part.clone() {
            let c = text.get(at).map_or(' ', |&unit| character(unit));
            if Class::of(c) == Class::Word {
                let is_part = Class::of(before) != Class::Word
                    || (is_capital(c) && is_small(before))
                    || (c.is_ascii_digit() != before.is_ascii_digit());
                if has_space {
                    window.end_word(&mut word);
                    is_locant = true;
                    run = 0;
                } else if Class::of(before) != Class::Word {
                    run = 0;
                }
                let begins = has_space || (is_locant && run == 0);
                run += 1;
                is_locant &= c.is_ascii_digit() || run == 1;
                word.push(lower(c));
                window.places.push(Place {
                    at,
                    letter: plain(text[at]),
                    worth: if begins {
                        INITIAL
                    } else if is_part {
                        PART
                    } else {
                        INNER
                    },
                    word: window.costs.len() - 1,
                    may_begin: has_space || is_part || begins,
                });
                has_space = false;
            } else if c.is_whitespace() {
                has_space = true;
            } else if matches!(c, '(' | '（') && has_space {
                window.end_word(&mut word);
                if let Some(cost) = window.costs.last_mut() {
                    *cost += BRACKET;
                }
            }
            before = c;
        }
        window.end_word(&mut word);
        let mut depth = 0_u32;
        let mut places = window.places.iter_mut().rev().peekable();
        for at in part.rev() {
            match text.get(at).map_or(' ', |&unit| character(unit)) {
                ')' | '）' | ']' => depth += 1,
                '(' | '（' | '[' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if let Some(place) = places.next_if(|place| place.at == at) {
                place.may_begin &= depth == 0;
            }
        }
        window
    }

    fn end_word(&mut self, word: &mut String) {
        if word.is_empty() {
            return;
        }
        let cost = if list::has(SMALL, word) {
            let number = self.costs.len() - 1;
            if let Some(first) = self
                .places
                .iter_mut()
                .rev()
                .take_while(|place| place.word == number)
                .last()
            {
                first.worth -= SMALLER;
                first.may_begin = false;
            }
            SKIPPED_SMALL
        } else {
            SKIPPED
        };
        let before = self.costs.last().copied().unwrap_or_default();
        self.costs.push(before + cost);
        word.clear();
    }

    /// The number of words.
    pub(super) fn words(&self) -> usize {
        self.costs.len() - 1
    }

    /// What passing over the words between two costs.
    fn cost(&self, from: usize, to: usize) -> f32 {
        let at = |word: usize| self.costs.get(word).copied().unwrap_or_default();
        if to > from + 1 {
            at(to) - at(from + 1)
        } else {
            0.0
        }
    }

    /// The best way to lay `short` (letters and digits as [`plain`] makes them) along the text to its end.
    pub(super) fn align(&self, short: &[char]) -> Option<Alignment> {
        let places = &self.places;
        let (&last, before) = short.split_last()?;
        let words = self.words();
        // For each place: the best score of the letters so far, the last of them at this place.
        let mut best: Vec<Option<f32>> = places
            .iter()
            .map(|place| {
                let trailing = self.cost(place.word, words) * TRAILING;
                (place.letter == last).then_some(place.worth - trailing)
            })
            .collect();
        for &letter in before.iter().rev() {
            let mut next: Vec<Option<f32>> = vec![None; places.len()];
            for (at, place) in places.iter().enumerate() {
                if place.letter != letter {
                    continue;
                }
                for (to, score) in best.iter().enumerate().skip(at + 1) {
                    let (Some(score), Some(other)) = (score, places.get(to)) else {
                        continue;
                    };
                    let goes_on = to == at + 1 && other.worth <= INNER;
                    let more = if goes_on { NEXT - INNER } else { 0.0 };
                    let score = place.worth + more + score - self.cost(place.word, other.word);
                    if next[at].is_none_or(|known| score > known) {
                        next[at] = Some(score);
                    }
                }
            }
            best = next;
        }
        let mut found: Option<Alignment> = None;
        for (place, score) in places.iter().zip(best) {
            let Some(score) = score else { continue };
            #[allow(clippy::cast_precision_loss)] // a dozen letters
            let score = score / short.len() as f32;
            if place.may_begin && found.is_none_or(|known| score >= known.score) {
                found = Some(Alignment {
                    start: place.at,
                    score,
                    word: place.word,
                });
            }
        }
        found
    }
}
