//! Does a part of the text read as an abbreviation of another one?
//!
//! `align.rs` lays the letters along the words; here is which letters: those of the short form, without its digits where they stand for nothing, or with the numerals that they are.

use std::ops::Range;

use super::abbreviations::{Finder, is_quote};
use super::align::{Alignment, Window, nesting, plain};
use crate::base::letter::is_small;

/// Letters and digits of a short form.
pub(super) const LONGEST_SHORT: usize = 12;
/// The share of their worth that the letters of a short form must have, and those of one without capitals, which may as well be a word.
const THRESHOLD: f32 = 0.5;
const SMALL_THRESHOLD: f32 = 0.75;
/// And those of one where something speaks against it.
const DOUBTFUL_THRESHOLD: f32 = 0.66;
/// What a digit costs that stands for nothing in the long form.
const LOST_DIGITS: f32 = 0.3;
/// What it costs that the letters are in another order.
const DISORDER: f32 = 0.15;
/// The first letters of the English numerals.
const NUMERALS: &[u8; 10] = b"zottffssen";
/// Words of a short form.
const MOST_WORDS: usize = 2;
/// Letters of a short form that is none where the long form has it as a word, in whatever case.
const SHORTEST_WORD: usize = 4;
/// Letters of a clipped word.
const SHORTEST_CLIPPED: usize = 3;

impl Finder<'_> {
    /// The long form that ends where `before` ends.
    pub(super) fn fit_before(&self, part: &Range<usize>, open: usize) -> Option<Range<usize>> {
        let short = self.short(part)?;
        let before = self.before(open);
        // No further back than so many words (Schwartz & Hearst).
        let letters = short.len();
        let mut left = (letters * 2).min(letters + 5);
        let mut start = before.end;
        while start > before.start {
            left -= usize::from(self.is_space(start - 1) && self.is_word(start));
            if left == 0 {
                break;
            }
            start -= 1;
        }
        let found = self.fit(part, &(start..before.end))?;
        Some(found.start..before.end)
    }

    /// How a short form reads as an abbreviation of the text at `long`.
    pub(super) fn fit(&self, part: &Range<usize>, long: &Range<usize>) -> Option<Alignment> {
        let mut short = self.short(part)?;
        if !self.may_begin(short[0], long) {
            return None;
        }
        if let Some(clipped) = self.clipped(part, long) {
            return Some(clipped);
        }
        let window = Window::new(self.text, long.clone());
        let mut best: Option<Alignment> = None;
        let mut consider = |letters: &[char], cost: f32| {
            if let Some(mut found) = window.align(letters) {
                found.score -= cost;
                if best.is_none_or(|known| found.score > known.score) {
                    best = Some(found);
                }
            }
        };
        consider(&short, 0.0);
        if let [rest @ .., 's'] = &short[..]
            && rest.len() > 1
            && self.char(part.end - 1) == 's'
        {
            consider(rest, 0.0);
        }
        // "G20" has the T of "Twenty", or its digits stand for nothing.
        let (mut letters, mut numerals) = (Vec::new(), Vec::new());
        let mut before = ' ';
        for &letter in &short {
            if !letter.is_ascii_digit() {
                letters.push(letter);
                numerals.push(letter);
            } else if !before.is_ascii_digit() {
                numerals.push(NUMERALS[letter as usize - '0' as usize].into());
            }
            before = letter;
        }
        if (2..short.len()).contains(&letters.len()) {
            consider(&letters, LOST_DIGITS);
        }
        if letters.len() == 1 && numerals.len() == 2 {
            consider(&numerals, 0.0);
        }
        // "W3C": the digit counts the letter before it. "EE. UU.": a doubled letter is a plural.
        if let [first, digit @ '2'..='4', rest @ ..] = &short[..] {
            letters.clear();
            for _ in '0'..*digit {
                letters.push(*first);
            }
            letters.extend_from_slice(rest);
            consider(&letters, 0.0);
        }
        if let [a, b, c, d] = short[..]
            && a == b
            && c == d
        {
            consider(&[a, c], 0.0);
        }
        // Of a name, the letters may be in another order.
        let capitals = self.capitals(part);
        if short.len() > 2
            && capitals == part.len()
            && let Some(start) = window.order(&mut short)
            && self.is_capital(start)
            && !(start..long.end).any(|at| is_quote(self.char(at)) && self.is_space(at + 1))
        {
            consider(&short, DISORDER);
        }
        let mut found = best?;
        // With what stands before the name of a substance: "2,4-dinitrophenol".
        let mut start = found.start;
        while start > long.start
            && matches!(
                self.char(start - 1),
                '0'..='9' | ',' | '-' | '\'' | 'N' | 'O'
            )
        {
            start -= 1;
        }
        if start == long.start || self.is_space(start - 1) {
            found.start = start;
        }
        let whole = found.start..long.end;
        let is_plural = short.len() > 2 && self.char(part.end - 1) == 's';
        let singular = part.start..part.end - usize::from(is_plural);
        // "claiming a task (ClaimTask)": a name in code.
        let last = part.clone().rev().find(|&at| self.is_capital(at));
        let last = last.unwrap_or(part.start)..part.end;
        let is_code = last.start > part.start && last.len() >= SHORTEST_WORD;
        // "L1CAM (L1)": two names, of which none stands for the other.
        let is_word = whole.clone().all(|at| self.is_word(at));
        let goes_on = is_word && self.stands(part, whole.start, false);
        let repeats = goes_on && !self.is_small_letter(whole.start + part.len())
            || self.repeats(&singular, &whole)
            || is_code && self.repeats(&last, &whole);
        // "Nations Unies pour …": a name that begins inside another one is most likely not whole.
        let before = self.word_before(found.start);
        let is_torn = before.len() >= SHORTEST_WORD
            && self.is_capital(before.start)
            && self.is_capital(found.start);
        // "Rådets forordning (EF) nr. 1049/2001" cites a law.
        let behind = part.end + 2;
        let is_number = short.len() < SHORTEST_WORD
            && plain(self.char(behind)) == 'n'
            && !self.is_word(behind + 2);
        let threshold = match capitals {
            0 => SMALL_THRESHOLD,
            _ if is_torn || is_number => DOUBTFUL_THRESHOLD,
            _ => THRESHOLD,
        };
        let is_next = short.len() > 1
            || (capitals > 0 && part.len() == 1 && found.word + 1 == window.words());
        (is_next && !repeats && found.score >= threshold && found.letters > short.len())
            .then_some(found)
    }

    /// Does the part stand at a place too, in any case where it `is_long`?
    #[inline(never)]
    fn stands(&self, part: &Range<usize>, at: usize, is_long: bool) -> bool {
        part.clone().zip(at..).all(|(of, at)| {
            let (own, form) = (self.char(at), self.char(of));
            own == form || (is_long && plain(own) == plain(form))
        })
    }

    /// Stands the short form in the long one? "CSRC rules (CSRC)" defines nothing, nor does "range headers [RANGE]", "heartbeats (Heartbeat)" or "Hawaii (HawaiiNewsNow)". Small
    /// words are no short forms: the Academy of Nutrition and Dietetics is AND.
    fn repeats(&self, part: &Range<usize>, long: &Range<usize>) -> bool {
        let is_long = part.len() >= SHORTEST_WORD;
        long.clone().any(|at| {
            let mut end = at + part.len();
            end += usize::from(self.char(end) == 's');
            self.begins_word(at)
                && (!self.is_word(end) || (is_long && self.is_capital(end)))
                && self.stands(part, at, is_long)
        })
    }

    /// The name that begins with a word of which the short form is the front: "Federal Reserve (Fed)". All its words have a capital.
    fn clipped(&self, part: &Range<usize>, long: &Range<usize>) -> Option<Alignment> {
        let is_front = |&start: &usize| {
            self.begins_word(start)
                && self.stands(part, start, false)
                && self.is_small_letter(start + part.len())
        };
        let start = long.clone().find(is_front)?;
        let is_name = (start..long.end).all(|at| self.is_capital(at) || !self.begins_word(at));
        let is_clip = part.len() >= SHORTEST_CLIPPED && self.capitals(part) == 1;
        (is_name && is_clip).then_some(Alignment {
            start,
            score: 1.0,
            letters: long.end - start,
            word: usize::from(start > long.start),
        })
    }

    #[inline(never)]
    fn begins_word(&self, at: usize) -> bool {
        self.is_word(at) && !self.is_word(at.wrapping_sub(1))
    }

    /// Is there a place in the text at `long` where a long form may begin, for a short form with this first letter? Most words in brackets are no abbreviation, and most of those have none.
    fn may_begin(&self, letter: char, long: &Range<usize>) -> bool {
        // A digit may stand for a numeral.
        letter.is_ascii_digit()
            || long.clone().any(|at| {
                let c = self.char(at);
                let begins =
                    || at == long.start || self.is_capital(at) || !self.is_small_letter(at - 1);
                plain(c) == letter && begins()
            })
    }

    fn is_small_letter(&self, at: usize) -> bool {
        is_small(self.char(at))
    }

    /// The letters of a short form, if the part can be one.
    fn short(&self, part: &Range<usize>) -> Option<Vec<char>> {
        let mut letters = Vec::new();
        let (mut depth, mut has_letter) = (0, false);
        for at in part.clone() {
            let c = self.char(at);
            depth += nesting(c);
            if depth < 0 {
                return None;
            }
            if self.is_word(at) {
                has_letter |= !c.is_ascii_digit();
                letters.push(plain(c));
            }
        }
        let fits = has_letter
            && depth == 0
            && letters.len() <= LONGEST_SHORT
            && part.len() <= 2 * LONGEST_SHORT;
        (fits && self.is_word(part.start) && self.words(part) <= MOST_WORDS).then_some(letters)
    }
}
