//! Do the letters of a short form stand for the words of a long one?
//!
//! Schwartz and Hearst (2003) walk both from the right and take the first letter that fits; only the first letter of the short form has to begin a word. So "cell-mediated"
//! loses its "cell" and "the" gains an "h". Here all ways to lay the short form's letters along the text are weighed (dynamic programming, from the last letter to
//! the first): a letter that begins a word is worth most, one that goes on from the letter before it next, one from the middle of a word least, and a word that is passed over costs, a
//! small one hardly anything. The long form begins where the best of them does.
//!
//! Letters are compared without case and accents, Greek ones also as the Latin letter that stands for their name ("TNF-α", "tumor necrosis factor-alpha").

use std::ops::Range;

use super::phrases::{Phrases, phrases};
use crate::base::letter::{is_capital, is_small, lower};
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

/// The score of what cannot be.
const NEVER: f32 = -1e9;

/// Words that short forms pass over.
pub(super) const SMALL: Phrases = phrases!(
    "a |af |al |an |and |at |aux |by |da |das |de |del |der |des |di |die |do |du |e |el |en |et |for |from |für |i |in |la |las |le |les |los |med |of |og |on |or |para |\
    per |pour |på |sur |the |til |to |und |van |von |with |y |à |"
);

/// Letters of the longest of them.
const LONGEST_SMALL: usize = 4;

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
    /// Letters and digits from there on.
    pub letters: usize,
    /// The number of its first word in the window: so many were passed over.
    pub word: usize,
}

/// 1 for a bracket that opens, -1 for one that closes.
pub(super) fn nesting(c: char) -> i32 {
    match c {
        '(' | '[' | '（' | '［' => 1,
        ')' | ']' | '）' | '］' => -1,
        _ => 0,
    }
}

/// The character at a place; a space behind the end.
pub(super) fn character_at(text: &[u16], at: usize) -> char {
    text.get(at).map_or(' ', |&unit| character(unit))
}

/// Is the character at a place a capital? Asked where few are, so in one place of the Wasm.
#[inline(never)]
pub(super) fn is_capital_at(text: &[u16], at: usize) -> bool {
    is_capital(character_at(text, at))
}

/// The class of the character at a place.
#[inline(never)]
pub(super) fn class_at(text: &[u16], at: usize) -> Class {
    Class::of(character_at(text, at))
}

/// A character as it is compared.
pub(super) fn plain(c: char) -> char {
    let c = lower(c);
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

/// Is it the article or "de" of "l’eau" and "d’eau"?
fn is_elided(text: &[u16], at: usize) -> bool {
    matches!(character_at(text, at), 'l' | 'd' | 'L' | 'D')
        && matches!(character_at(text, at + 1), '\'' | '’')
        && class_at(text, at + 2) == Class::Word
}

/// A code unit as a character; half of a pair is no letter.
fn character(unit: u16) -> char {
    char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

impl Window {
    /// Looks at a part of the text.
    pub(super) fn new(text: &[u16], part: Range<usize>) -> Self {
        let mut window = Self {
            places: Vec::with_capacity(part.len()),
            costs: vec![0.0],
        };
        let mut before = ' ';
        let mut has_space = true;
        // Has the word had nothing yet but the likes of "2,3-" and "N-", which stand before the name of a substance?
        let mut is_locant = true;
        let mut run = 0;
        let mut cost = 0.0;
        for at in part.clone() {
            let c = character_at(text, at);
            if Class::of(c) == Class::Word {
                let mut worth = INNER;
                if Class::of(before) != Class::Word {
                    run = 0;
                }
                if has_space {
                    is_locant = true;
                    // Most words are longer than any of the list.
                    let is_short = (at + 1..=at + LONGEST_SMALL)
                        .any(|at| character_at(text, at).is_whitespace());
                    let is_small =
                        (is_short && SMALL.at(text, at).is_some()) || is_elided(text, at);
                    cost += if is_small { SKIPPED_SMALL } else { SKIPPED };
                    window.costs.push(cost);
                    worth = if is_small { INITIAL - SMALLER } else { INITIAL };
                } else if is_locant && run == 0 {
                    worth = INITIAL;
                } else if run == 0
                    || (is_capital(c) && is_small(before))
                    || c.is_ascii_digit() != before.is_ascii_digit()
                {
                    worth = PART;
                }
                run += 1;
                is_locant &= c.is_ascii_digit() || run == 1;
                window.places.push(Place {
                    at,
                    letter: plain(c),
                    worth,
                    word: window.words() - 1,
                    may_begin: worth >= PART,
                });
                has_space = false;
            } else if c.is_whitespace() || (run == 1 && is_elided(text, at - 1)) {
                // "l’eau" is two words.
                has_space = true;
            } else if nesting(c) > 0 && has_space {
                cost += BRACKET;
            }
            before = c;
        }
        window.mark_brackets(text, part);
        window
    }

    /// Nothing begins inside a bracket that ends before the long form does.
    fn mark_brackets(&mut self, text: &[u16], part: Range<usize>) {
        let mut depth = 0;
        let mut next = self.places.len();
        for at in part.rev() {
            depth = (depth - nesting(character_at(text, at))).max(0);
            if let Some(place) = next
                .checked_sub(1)
                .and_then(|last| self.places.get_mut(last))
                && place.at == at
            {
                place.may_begin &= depth == 0;
                next -= 1;
            }
        }
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

    /// Puts the letters into the order of the words that they begin, and tells where the first of these is. A name in another language often has the letters of its translation:
    /// "Union internationale des transports routiers (IRU)".
    pub(super) fn order(&self, letters: &mut [char]) -> Option<usize> {
        let mut left = letters.len();
        for (at, place) in self.places.iter().enumerate().rev() {
            let begins = at == 0 || self.places[at - 1].word < place.word;
            if begins
                && place.may_begin
                && let Some(found) = letters[..left].iter().position(|&own| own == place.letter)
            {
                left -= 1;
                letters.swap(found, left);
                if left == 0 {
                    return Some(place.at);
                }
            }
        }
        None
    }

    /// The best way to lay `short` (letters and digits as [`plain`] makes them) along the text to its end.
    pub(super) fn align(&self, short: &[char]) -> Option<Alignment> {
        let places = &self.places;
        // For each place: the best score of the letters from one to the last, that one at this place.
        let mut best = vec![NEVER; places.len()];
        let mut next = best.clone();
        for (number, &letter) in short.iter().enumerate().rev() {
            let is_last = number + 1 == short.len();
            for (at, place) in places.iter().enumerate() {
                next[at] = NEVER;
                if place.letter != letter {
                    continue;
                }
                if is_last {
                    next[at] = place.worth - TRAILING * self.cost(place.word, self.words());
                    continue;
                }
                for to in at + 1..best.len() {
                    if best[to] <= NEVER {
                        continue;
                    }
                    let goes_on = to == at + 1 && places[to].worth <= INNER;
                    let more = if goes_on { NEXT - INNER } else { 0.0 };
                    let score =
                        place.worth + more + best[to] - self.cost(place.word, places[to].word);
                    next[at] = next[at].max(score);
                }
            }
            std::mem::swap(&mut best, &mut next);
        }
        let mut found = None;
        let mut highest = NEVER / 2.0;
        for (at, (place, &score)) in places.iter().zip(&best).enumerate() {
            if place.may_begin && score >= highest {
                highest = score;
                #[allow(clippy::cast_precision_loss)] // a dozen letters
                let score = score / short.len() as f32;
                found = Some(Alignment {
                    start: place.at,
                    letters: places.len() - at,
                    score,
                    word: place.word,
                });
            }
        }
        found
    }
}
