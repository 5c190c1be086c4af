//! The dates of a sentence.
//!
//! A date stands where its form leaves no doubt: a month's name with a day or a year, four digits with a month and a day, a year behind a word such as "in".
//! What is left open (the year of "December 21", the day of "on Monday") comes from the day of the page ([`nearest`](super::nearest)), and where the page states none there is no date.
//! "03/04/2021" is a date only where the language says which of the two is the month.

use super::Reader;
use super::calendar::Day;
use super::lexicon::{
    COUNTED, CURRENCY, DAY, IN, LARGE_CURRENCY, MONTH, PERCENT, SCALE, UNIT, WEEKDAY, WHICH, phrase,
};
use crate::article::lists;
use crate::article::tokens::{Kind, Token, Tokens};

/// Years that may stand without a month.
const PLAIN_YEARS: std::ops::RangeInclusive<u32> = 1800..=2100;

/// Words of so many letters may stand before and behind a year: "die seit 2011 die".
const SHORT: usize = 3;

/// Between two years of a range.
const TO: u64 = lists::RANGE | lists::AND | lists::UNTIL;
/// Between day, month and year.
const OF: u64 = lists::OF | lists::DE | lists::DEL;

/// A date: its first token, the one behind its last, and the day.
pub(super) type Found = (usize, usize, Day);

/// Does the number at `at` go on neither as a number nor as a word?
fn is_whole(tokens: &Tokens, at: usize) -> bool {
    let next = at + 1;
    if !tokens.is_glued(next) {
        return true;
    }
    match tokens.at(next).kind {
        Kind::Mark => {
            let goes_on = matches!(tokens.mark(next), '-' | '/' | '.' | ',' | ':')
                && tokens.is_glued(next + 1)
                && tokens.at(next + 1).kind != Kind::Mark;
            !goes_on && tokens.mark(next) != '%'
        }
        Kind::Lone => true,
        _ => false,
    }
}

/// Does the number at `at` begin where a number may begin?
fn begins_clean(tokens: &Tokens, at: usize) -> bool {
    if at == 0 || !tokens.is_glued(at) {
        return true;
    }
    let before = at - 1;
    match tokens.mark(before) {
        '(' | '[' | '"' | '\'' | '“' | '„' | '«' | '《' | '。' | '、' => true,
        // A full stop or a comma whose space was lost.
        '.' | ',' => !tokens.is_number(before.wrapping_sub(1)),
        _ => tokens.at(before).kind == Kind::Lone,
    }
}

impl Reader<'_> {
    /// The dates that begin at `at`, into `out`. Returns where they end; `at` where there is none. What looks like a date and cannot be told is passed over.
    pub(super) fn date(&self, tokens: &Tokens, at: usize, out: &mut Vec<Found>) -> usize {
        let (month, after) = self.month(tokens, at);
        if month > 0 {
            return self.month_first(tokens, at, month, after, out);
        }
        let (meaning, end) = match tokens.at(at).kind {
            Kind::Number => return self.number_first(tokens, at, out),
            Kind::Word => (tokens.at(at).meaning(), at + 1),
            Kind::Lone => phrase(self.words, tokens, at),
            Kind::Mark => return at,
        };
        let number = meaning.number();
        let (from, end, day) = match meaning.kind {
            IN => {
                let Some(year) = self.plain_year(tokens, at + 1) else {
                    return at;
                };
                out.push((at + 1, at + 2, year));
                let goes_on = tokens.is_in(at + 2, TO) || tokens.mark(at + 2) == '-';
                match self.plain_year(tokens, at + 3).filter(|_| goes_on) {
                    Some(year) => (at + 3, at + 4, Some(year)),
                    None => return at + 2,
                }
            }
            // "tomorrow's world", "The World of Tomorrow", and what somebody said who knows when
            DAY if tokens.mark(end) != '\''
                && (at == 0 || !tokens.at(at).is_capital)
                && !tokens.is_quoted(at) =>
            {
                let (from, further) = day_before(tokens, at);
                let away = number as i32 - 2;
                let away = if further { 2 * away } else { away };
                let day = self.today.map(|today| today.number() + away);
                (from, end, day.and_then(Day::from_number))
            }
            WHICH if number < 3 => {
                let weekday = tokens.at(at + 1).meaning();
                // "on Monday, December 21", "on Tuesday the 19th", "el martes 3"
                let comma = at + 2 + usize::from(tokens.mark(at + 2) == ',');
                let behind = comma + usize::from(tokens.is_in(comma, lists::THE));
                let is_named = self.date(tokens, behind, &mut Vec::new()) > behind
                    || ((behind > comma || self.has_small_months())
                        && day_of_month(tokens, behind).0 > 0);
                // "the last Sunday in September" is one of every year.
                let is_rule = tokens.at(at + 3).meaning().kind == MONTH;
                if weekday.kind != WEEKDAY || is_named || is_rule {
                    return at;
                }
                let day = self.recent(tokens, weekday.number(), number == 2);
                (at + 2 - number as usize, at + 2, day)
            }
            WEEKDAY => {
                let which = tokens.at(at + 1).meaning();
                if which.kind != WHICH || which.number() != 3 {
                    return at;
                }
                (at, at + 2, self.recent(tokens, number, true))
            }
            _ => return at,
        };
        push(out, from, end, day)
    }

    /// "21 December 2021", "2021-12-30", "2021年12月30日".
    fn number_first(&self, tokens: &Tokens, at: usize, out: &mut Vec<Found>) -> usize {
        if !begins_clean(tokens, at) {
            return at;
        }
        let (end, day) = self.numeric(tokens, at);
        if end > at {
            return push(out, at, end, day);
        }
        let (end, day) = self.chinese(tokens, at);
        if end > at {
            return push(out, at, end, day);
        }
        // "2023 lag das Soll höher."
        let next = tokens.at(at + 1);
        let opens = at == 0 && self.language.is("de") && tokens.is_word(1) && !next.is_capital;
        if let Some(year) = self.plain_year(tokens, at).filter(|_| opens) {
            return push(out, at, at + 1, Some(year));
        }
        let (first, after) = day_of_month(tokens, at);
        if first == 0 {
            return at;
        }
        // "21–23 December": two dates of one month.
        let (mut from, mut behind, mut last) = (at, after, first);
        if tokens.mark(after) == '-' {
            (last, behind) = day_of_month(tokens, after + 1);
            from = after + 1;
        }
        let (month, behind) = self.month(tokens, behind + usize::from(tokens.is_in(behind, OF)));
        if last == 0 || month == 0 {
            return at;
        }
        let (mut year, end) = year_after(tokens, behind);
        if year == 0 {
            year = self.year_ahead(tokens, end, month);
        }
        if from > at {
            push(out, at, after, self.complete(tokens, year, month, first));
        }
        if year == 0 && self.is_amount(tokens, end) {
            return end;
        }
        push(out, from, end, self.complete(tokens, year, month, last))
    }

    /// "December 21, 2021", "March 2020".
    fn month_first(
        &self,
        tokens: &Tokens,
        at: usize,
        month: u32,
        after: usize,
        out: &mut Vec<Found>,
    ) -> usize {
        let (year, end) = year_after(tokens, after);
        if year > 0 {
            return push(out, at, end, Day::month(year, month));
        }
        let (first, end) = day_of_month(tokens, after);
        // Where names of months are small, the day comes first.
        if first == 0 || (self.has_small_months() && !tokens.at(at).is_capital) {
            return at;
        }
        let (mut second, mut behind) = (0, end);
        if tokens.mark(end) == '-' {
            (second, behind) = day_of_month(tokens, end + 1);
        }
        // "March 26 - July 4"
        if second == 0 {
            behind = end;
        }
        let (mut year, last) = year_after(tokens, behind);
        if year == 0 {
            year = self.year_ahead(tokens, last, month);
        }
        // "In December 21 people …", "May 5 million people …"
        let is_doubtful =
            self.is_amount(tokens, behind) || tokens.is_in(at.wrapping_sub(1), lists::SINCE);
        if year == 0 && is_doubtful {
            return end;
        }
        if second == 0 {
            return push(out, at, last, self.complete(tokens, year, month, first));
        }
        push(out, at, end, self.complete(tokens, year, month, first));
        push(
            out,
            end + 1,
            last,
            self.complete(tokens, year, month, second),
        )
    }

    /// The year of a date whose range ends at another one that states it, "January 5 to February 12, 2023"; 0 where it does not. `at` is behind the date.
    fn year_ahead(&self, tokens: &Tokens, at: usize, month: u32) -> u32 {
        if tokens.mark(at) != '-' && !tokens.is_in(at, TO) {
            return 0;
        }
        let at = at + 1 + usize::from(tokens.is_in(at + 1, lists::THE));
        let (mut last, mut end) = self.month(tokens, at);
        if last > 0 {
            (_, end) = day_of_month(tokens, end);
        } else {
            let (day, after) = day_of_month(tokens, at);
            if day == 0 {
                return 0;
            }
            (last, end) = self.month(tokens, after + usize::from(tokens.is_in(after, OF)));
        }
        match year_after(tokens, end).0 {
            0 => 0,
            _ if last == 0 => 0,
            // "30 December to 2 January 2022"
            year => year - u32::from(last < month),
        }
    }

    fn has_small_months(&self) -> bool {
        self.language.is_any("fr es it pt")
    }

    /// The month that a word names, and what is behind it and its full stop; 0 where it names none. English and German names have a capital, or they are other words
    /// ("may").
    #[inline(never)]
    fn month(&self, tokens: &Tokens, at: usize) -> (u32, usize) {
        let token = tokens.at(at);
        let meaning = token.meaning();
        let is_name = token.is_capital || self.has_small_months();
        // The last one of all ends the sentence.
        let has_stop =
            tokens.mark(at + 1) == '.' && tokens.is_glued(at + 1) && at + 2 < tokens.len();
        let after = at + 1 + usize::from(has_stop);
        // "12 mars-pêcheurs"
        let is_part = tokens.mark(after) == '-'
            && tokens.is_glued(after)
            && tokens.is_glued(after + 1)
            && !tokens.is_number(after + 1);
        if meaning.kind == MONTH && is_name && !is_part {
            (meaning.number(), after)
        } else {
            (0, at)
        }
    }

    /// Does something stand at `at` that makes an amount of the number before it?
    #[inline(never)]
    fn is_amount(&self, tokens: &Tokens, at: usize) -> bool {
        let (meaning, _) = phrase(self.words, tokens, at);
        matches!(
            meaning.kind,
            SCALE | CURRENCY | LARGE_CURRENCY | UNIT | PERCENT | COUNTED
        )
    }

    /// The year at `at`, behind a word such as "in".
    #[inline(never)]
    fn plain_year(&self, tokens: &Tokens, at: usize) -> Option<Day> {
        let token = tokens.at(at);
        let is_year = token.is_number()
            && token.len() == 4
            && PLAIN_YEARS.contains(&token.key)
            && !tokens.is_glued(at)
            && is_whole(tokens, at)
            && !self.is_amount(tokens, at + 1);
        // "in 2000 houses", "by 1900 votes": not in "in 2021 houses were", which is about a year more often than not.
        let is_count = token.key.is_multiple_of(100)
            && tokens.is_word(at + 1)
            && (self.language.is("de") || !tokens.at(at + 1).is_capital);
        // "2001: A Space Odyssey"; "Jane Doe, 29, of 1909 Cedar Drive"
        let is_name = tokens.mark(at + 1) == ':' && tokens.at(at + 2).is_capital;
        // "the late 1980's"
        let is_decade = token.key.is_multiple_of(10) && tokens.mark(at + 1) == '\'';
        // "1080 dots by 1920 dots"
        let before = tokens.at(at.wrapping_sub(2));
        let is_size = before.len() > SHORT && before.key == tokens.at(at + 1).key;
        let is_other = is_count || is_name || is_decade || is_size || tokens.is_address(at);
        (is_year && !is_other).then(|| Day::year(token.key))
    }

    /// Digits alone. No day: a date that cannot be told.
    fn numeric(&self, tokens: &Tokens, at: usize) -> (usize, Option<Day>) {
        let none = (at, None);
        let end = at + 5;
        let separator = tokens.mark(at + 1);
        let is_glued = (at + 1..end).all(|at| tokens.is_glued(at));
        if !matches!(separator, '-' | '/' | '.') || tokens.mark(at + 3) != separator || !is_glued {
            return none;
        }
        let (first, second, third) = (tokens.at(at), tokens.at(at + 2), tokens.at(at + 4));
        // "2021-12-30T09:15"
        let has_time = tokens.is_glued(end) && tokens.at(end).is_capital;
        let is_date = second.is_number()
            && third.is_number()
            && second.len() < 3
            && (has_time || is_whole(tokens, at + 4));
        if !is_date {
            return none;
        }
        if first.len() == 4 && third.len() < 3 {
            return (end, Day::new(first.key, second.key, third.key));
        }
        if first.len() > 2 || third.len() != 4 {
            return none;
        }
        let day_first = Day::new(third.key, second.key, first.key);
        let month_first = Day::new(third.key, first.key, second.key);
        let day = if day_first.is_none() || month_first.is_none() || day_first == month_first {
            day_first.or(month_first)
        } else if self.language.is_in("US") && separator != '.' {
            month_first
        } else if self.puts_day_first() {
            day_first
        } else {
            None
        };
        (end, day)
    }

    /// Does the language, or the region, write the day before the month?
    fn puts_day_first(&self) -> bool {
        self.language
            .is_any("de fr es it pt nl pl ru cs tr da nb no fi uk el ro")
            || self.language.is_in("GB IE AU NZ IN")
    }

    /// "2021年12月30日", "2021年", "12月30日"; "2021년 12월 30일에".
    fn chinese(&self, tokens: &Tokens, at: usize) -> (usize, Option<Day>) {
        let number = |at: usize, unit: &str| {
            let is_korean = || tokens.is_glued(at + 1) && self.begins(tokens.at(at + 1), unit);
            let is_it = tokens.is_number(at) && (tokens.is_lone(at + 1, unit) || is_korean());
            if is_it { tokens.at(at).key } else { 0 }
        };
        let (mut next, mut year) = (at, 0);
        if tokens.at(at).len() == 4 {
            year = number(at, "年년");
        }
        if year > 0 {
            next += 2;
        }
        let month = number(next, "月월");
        if month == 0 {
            // Not "1990年代", the decade.
            let is_year = PLAIN_YEARS.contains(&year) && !tokens.is_lone(next, "代间間");
            let day = is_year.then(|| Day::year(year));
            return (next, day);
        }
        next += 2;
        let day = number(next, "日号號일");
        if day > 0 {
            return (next + 2, self.complete(tokens, year, month, day));
        }
        (next, Day::month(year, month))
    }

    /// Is it a Korean word of one of these syllables, with a particle perhaps? "년대" is a decade, and "일간" how long something takes.
    fn begins(&self, word: &Token, syllables: &str) -> bool {
        let unit = |at: usize| self.text.get(at).copied().unwrap_or_default();
        let first = char::from_u32(unit(word.start).into());
        let goes_on =
            word.len() > 1 && matches!(unit(word.start + 1), 0xB300 | 0xAC04 | 0xC9F8 | 0xCC28);
        word.kind == Kind::Word && syllables.chars().any(|c| Some(c) == first) && !goes_on
    }
}

/// Where the day named at `at` begins, and whether it is twice as far away: "the day before yesterday", "après-demain".
fn day_before(tokens: &Tokens, at: usize) -> (usize, bool) {
    let (Some(before), Some(first)) = (at.checked_sub(1), at.checked_sub(2)) else {
        return (at, false);
    };
    let is_english = tokens.is_in(before, lists::NEXT_TO) && tokens.is_in(first, lists::A_DAY);
    let is_french = tokens.mark(before) == '-' && tokens.is_in(first, lists::NEXT_TO_FRENCH);
    if is_english || is_french {
        (first, true)
    } else {
        (at, false)
    }
}

fn push(out: &mut Vec<Found>, from: usize, end: usize, day: Option<Day>) -> usize {
    if let Some(day) = day {
        out.push((from, end, day));
    }
    end
}

/// A day's number, with "st" or a full stop behind it, and what comes then; 0 where there is none.
#[inline(never)]
fn day_of_month(tokens: &Tokens, at: usize) -> (u32, usize) {
    let token = tokens.at(at);
    if !token.is_number() || token.len() > 2 || token.key > 31 {
        return (0, at);
    }
    let next = at + 1;
    let is_nth = tokens.is_glued(next)
        && (tokens.is_in(next, lists::NTH | lists::ER) || tokens.mark(next) == '°');
    // "21. Dezember", "21.–23. Dezember"
    let is_ordinal =
        tokens.mark(next) == '.' && next + 1 < tokens.len() && !tokens.is_number(next + 1);
    if is_nth || is_ordinal {
        return (token.key, next + 1);
    }
    let is_range = tokens.mark(next) == '-' && tokens.is_number(next + 1);
    if is_whole(tokens, at) || is_range {
        return (token.key, next);
    }
    (0, at)
}

/// The year behind a month or a day, and what comes then; 0 where there is none.
#[inline(never)]
fn year_after(tokens: &Tokens, at: usize) -> (u32, usize) {
    let year = at + usize::from(tokens.mark(at) == ',' || tokens.is_in(at, OF));
    let token = tokens.at(year);
    let is_year = token.is_number()
        && token.len() == 4
        && (1000..3000).contains(&token.key)
        && is_whole(tokens, year);
    if is_year {
        (token.key, year + 1)
    } else {
        (0, at)
    }
}
