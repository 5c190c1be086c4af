//! The day that a date of a page means which leaves the year open, or the week.
//!
//! It is one of about the day of the page. Whether before or behind it the tense of the sentence says: "the meeting on December 21 ended", "doors will open on Friday". Where nothing says so, and the
//! two are about equally far away, there is no date.

use super::Reader;
use super::calendar::Day;
use super::lexicon::{FUTURE, PAST};
use crate::article::tokens::{Kind, Token, Tokens};

/// A day without a year is in the year of the page, but for the turn of the year: what would lie further ahead than this …
const AHEAD: i32 = 120;
/// … is of the year before if it would lie at least so far ahead. Between the two it cannot be told.
const FAR_AHEAD: i32 = 240;
/// What would lie longer ago than this is of the next year.
const LONG_AGO: i32 = 300;

/// A day further away than this is only told where its sentence speaks of the past or of what is to come: a list of concerts is of the next year as often as of this one.
const CLEAR: i32 = 30;
/// A weekday that came so many days ago may as well be the coming one, unless the sentence speaks of the past …
const CLEAR_WEEKDAY: i32 = 3;
/// … and one so many days ago is tomorrow's: a page is of the day of its office, and is brought up to date on the next.
const TOMORROW: i32 = 6;

impl Reader<'_> {
    /// A day whose year is 0 is one of about now.
    #[inline(never)]
    pub(super) fn complete(&self, tokens: &Tokens, year: u32, month: u32, day: u32) -> Option<Day> {
        if year > 0 {
            return Day::new(year, month, day);
        }
        let today = self.today?;
        let year = today.in_year();
        // 29 February may be one of another year.
        let found = Day::new(year, month, day).map_or(0, Day::number);
        let ahead = found - today.number();
        let (is_past, future) = self.tense(tokens);
        let year = if ahead > FAR_AHEAD {
            year - 1
        } else if ahead > AHEAD {
            return None;
        } else if found != 0 && (ahead < -LONG_AGO || (ahead < 0 && future > 0 && !is_past)) {
            year + 1
        } else {
            year
        };
        let found = Day::new(year, month, day)?;
        let ahead = found.number() - today.number();
        let is_told = if ahead < 0 {
            is_past && future == 0
        } else {
            future > 0 || !is_past
        };
        (is_told || ahead.abs() <= CLEAR).then_some(found)
    }

    /// Does the sentence speak of what was (always in languages whose verbs do not say it), and of what is to come: 1 for surely, 2 for perhaps?
    #[inline(never)]
    fn tense(&self, tokens: &Tokens) -> (bool, u32) {
        let mut is_past = self.language.is_any("zh ja ko");
        let mut future = 0;
        for token in tokens.from(0) {
            let meaning = token.meaning();
            if meaning.kind == FUTURE && future != 1 {
                future = meaning.number();
            }
            is_past |= meaning.kind == PAST || self.is_past_form(token);
        }
        (is_past, future)
    }

    /// "announced", "annoncé", "anunció", "sagte".
    fn is_past_form(&self, token: &Token) -> bool {
        if token.kind != Kind::Word || token.is_capital || token.len() < 4 {
            return false;
        }
        let end = self.text.get(token.end - 3..token.end);
        let last = |unit: u16| unit as u8 as char;
        let Some([a, b, c]) = end.map(|end| [last(end[0]), last(end[1]), last(end[2])]) else {
            return false;
        };
        match c {
            // "need", "indeed"
            'd' => a != 'e' && b == 'e',
            // é and ó
            '\u{e9}' | '\u{f3}' => true,
            'e' => self.language.is("de") && b == 't',
            // "sagten", not "arbeiten"
            'n' => {
                let is_stem = self.text.get(token.end - 4) == Some(&0x69);
                self.language.is("de") && a == 't' && b == 'e' && !is_stem
            }
            _ => false,
        }
    }

    /// The last day of the page's week so far, or the one before it, that is this weekday. In a sentence about what will be it cannot be told.
    #[allow(clippy::cast_possible_wrap)] // less than 10
    pub(super) fn recent(&self, tokens: &Tokens, weekday: u32, is_before: bool) -> Option<Day> {
        let today = self.today?;
        let (is_past, future) = self.tense(tokens);
        let mut back = (today.weekday() - weekday as i32).rem_euclid(7);
        let is_open = future == 1 || back == TOMORROW || (back > CLEAR_WEEKDAY && !is_past);
        if !is_before && is_open {
            return None;
        }
        if is_before && back == 0 {
            back = 7;
        }
        Day::from_number(today.number() - back)
    }
}
