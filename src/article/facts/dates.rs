//! The dates of a sentence.
//!
//! A date stands where its form leaves no doubt: a month's name with a day or a year, four digits with a month and a day, a year behind a word such as "in".
//! What is left open (the year of "December 21", the day of "on Monday") comes from the day of the page, and where the page states none there is no date.
//! "03/04/2021" is a date only where the language says which of the two is the month.

use super::Reader;
use super::calendar::Day;
use super::lexicon::{
    COUNTED, CURRENCY, DAY, FUTURE, IN, LARGE_CURRENCY, MONTH, PERCENT, SCALE, UNIT, WEEKDAY, WHICH,
};
use crate::article::tokens::{Kind, Token};

use crate::text::words;

/// A day without a year is in the year of the page, but for the turn of the year: what would lie further ahead than this …
const AHEAD: i32 = 120;
/// … is of the year before if it would lie at least so far ahead. Between the two it cannot be told.
const FAR_AHEAD: i32 = 240;
/// What would lie longer ago than this is of the next year.
const LONG_AGO: i32 = 300;

/// Years that may stand without a month.
const PLAIN_YEARS: std::ops::RangeInclusive<u32> = 1800..=2100;

/// Between two years of a range.
const TO: &str = "to and until till bis und à et a y";
/// Between day, month and year.
const OF: &str = "of de del";
/// Behind a day.
const NTH: &str = "st nd rd th er";

/// A date: its first token, the one behind its last, and the day.
pub(super) type Found = (usize, usize, Day);

pub(super) fn has(list: &str, token: Option<&Token>) -> bool {
    let is_it = |token: &Token| list.split(' ').any(|word| words::key(word) == token.key);
    token.is_some_and(|token| token.kind == Kind::Word && is_it(token))
}

pub(super) fn is(tokens: &[Token], at: usize, mark: char) -> bool {
    tokens.get(at).is_some_and(|token| token.is(mark))
}

/// Does nothing stand between the token at `at` and the one before it?
pub(super) fn is_glued(tokens: &[Token], at: usize) -> bool {
    at > 0 && at < tokens.len() && tokens[at - 1].end == tokens[at].start
}

/// The token at `at` if it is the character.
fn is_lone(tokens: &[Token], at: usize, characters: &str) -> bool {
    let is_it = |token: &Token| {
        let mut each = characters.chars();
        token.kind == Kind::Lone && each.any(|c| words::longer(words::EMPTY, c) == token.key)
    };
    tokens.get(at).is_some_and(is_it)
}

/// Does the number at `at` go on neither as a number nor as a word?
fn is_whole(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1).filter(|_| is_glued(tokens, at + 1)) else {
        return true;
    };
    match next.kind {
        Kind::Mark => {
            let goes_on = ['-', '/', '.', ',', ':'].iter().any(|&mark| next.is(mark))
                && is_glued(tokens, at + 2)
                && tokens[at + 2].kind != Kind::Mark;
            !(goes_on || next.is('%'))
        }
        Kind::Lone => true,
        _ => false,
    }
}

/// Does the number at `at` begin where a number may begin?
fn begins_clean(tokens: &[Token], at: usize) -> bool {
    if !is_glued(tokens, at) {
        return true;
    }
    let before = &tokens[at - 1];
    match before.kind {
        Kind::Mark => {
            let opening = [
                '(', '[', '"', '\'', '“', '„', '«', '（', '《', '，', '。', '、',
            ];
            opening.iter().any(|&mark| before.is(mark))
                // A full stop or a comma whose space was lost.
                || ((before.is('.') || before.is(',')) && at > 1 && !tokens[at - 2].is_number())
        }
        Kind::Lone => true,
        _ => false,
    }
}

impl Reader<'_> {
    /// The dates that begin at `at`, into `out`. Returns where they end; `at` where there is none. What looks like a date and cannot be told is passed over.
    pub(super) fn date(&self, tokens: &[Token], at: usize, out: &mut Vec<Found>) -> usize {
        let first = &tokens[at];
        if first.is_number() {
            return if begins_clean(tokens, at) {
                self.number_first(tokens, at, out)
            } else {
                at
            };
        }
        if let Some((month, after)) = self.month(tokens, at) {
            return self.month_first(tokens, at, month, after, out);
        }
        let own = &tokens[at..];
        let meaning = match first.kind {
            Kind::Word => self.lexicon.word(first).map(|meaning| (meaning, 1)),
            Kind::Lone => self.lexicon.phrase(own),
            _ => None,
        };
        let Some((meaning, length)) = meaning else {
            return at;
        };
        let number = meaning.number();
        let mut put = |from: usize, end: usize, day: Option<Day>| {
            if let Some(day) = day {
                out.push((from, end, day));
            }
            end
        };
        match meaning.kind {
            IN => {
                let Some(year) = self.plain_year(tokens, at + 1) else {
                    return at;
                };
                let end = put(at + 1, at + 2, Some(year));
                let goes_on = has(TO, tokens.get(end)) || is(tokens, end, '-');
                match self.plain_year(tokens, end + 1).filter(|_| goes_on) {
                    Some(year) => put(end + 1, end + 2, Some(year)),
                    None => end,
                }
            }
            // "tomorrow's world"
            DAY if !is(tokens, at + length, '\'') => {
                let day = self.today.map(|today| today.number() + number as i32 - 1);
                put(at, at + length, day.and_then(Day::from_number))
            }
            WHICH if number < 3 => match self.weekday(tokens, at + 1) {
                Some(weekday) if !self.names_day(tokens, at + 2) => {
                    let day = self.recent(tokens, weekday, number == 2);
                    put(at + 2 - number as usize, at + 2, day)
                }
                _ => at,
            },
            WEEKDAY => match tokens.get(at + 1).and_then(|next| self.lexicon.word(next)) {
                Some(which) if which.kind == WHICH && which.number() == 3 => {
                    put(at, at + 2, self.recent(tokens, number, true))
                }
                _ => at,
            },
            _ => at,
        }
    }

    /// "21 December 2021", "2021-12-30", "2021年12月30日".
    fn number_first(&self, tokens: &[Token], at: usize, out: &mut Vec<Found>) -> usize {
        if let Some((end, day)) = self
            .numeric(tokens, at)
            .or_else(|| self.chinese(tokens, at))
        {
            if let Some(day) = day {
                out.push((at, end, day));
            }
            return end;
        }
        let Some((day, after)) = day_of_month(tokens, at) else {
            return at;
        };
        // "21–23 December": two dates of one month.
        let is_range = is(tokens, after, '-');
        let second = day_of_month(tokens, after + 1).filter(|_| is_range);
        let (last_day, behind) = second.unwrap_or((day, after));
        let behind = behind + usize::from(has(OF, tokens.get(behind)));
        let Some((month, behind)) = self.month(tokens, behind) else {
            return at;
        };
        let (year, end) = year_after(tokens, behind);
        if second.is_some()
            && let Some(day) = self.complete(year, month, day)
        {
            out.push((at, after, day));
        }
        let from = if second.is_some() { after + 1 } else { at };
        if let Some(day) = self.complete(year, month, last_day)
            && !(year.is_none() && self.is_amount(tokens, end))
        {
            out.push((from, end, day));
        }
        end
    }

    /// "December 21, 2021", "March 2020".
    fn month_first(
        &self,
        tokens: &[Token],
        at: usize,
        month: u32,
        after: usize,
        out: &mut Vec<Found>,
    ) -> usize {
        if let (Some(year), end) = year_after(tokens, after) {
            if let Some(month) = Day::month(year, month) {
                out.push((at, end, month));
            }
            return end;
        }
        // In Romance languages the day comes first.
        if self.language.is_any(&["fr", "es"]) && !tokens[at].is_capital {
            return at;
        }
        let Some((day, end)) = day_of_month(tokens, after) else {
            return at;
        };
        let second = day_of_month(tokens, end + 1).filter(|_| is(tokens, end, '-'));
        let behind = second.map_or(end, |(_, behind)| behind);
        let (year, last) = year_after(tokens, behind);
        // "In December 21 people …", "May 5 million people …"
        let is_doubtful = year.is_none()
            && (self.is_amount(tokens, behind)
                || (has(
                    "in since im en",
                    at.checked_sub(1).and_then(|at| tokens.get(at)),
                )));
        if is_doubtful {
            return end;
        }
        if let Some(day) = self.complete(year, month, day) {
            out.push((at, if second.is_some() { end } else { last }, day));
        }
        if let Some((day, _)) = second
            && let Some(day) = self.complete(year, month, day)
        {
            out.push((end + 1, last, day));
        }
        last
    }

    /// The month that a word names, and what is behind it and its full stop. English and German names have a capital, or they are other words ("may").
    fn month(&self, tokens: &[Token], at: usize) -> Option<(u32, usize)> {
        let token = tokens.get(at)?;
        let meaning = self.lexicon.word(token)?;
        let is_name = token.is_capital || self.language.is_any(&["fr", "es"]);
        let after = at + 1 + usize::from(is(tokens, at + 1, '.') && is_glued(tokens, at + 1));
        // "12 mars-pêcheurs"
        let is_part = is(tokens, after, '-')
            && is_glued(tokens, after)
            && is_glued(tokens, after + 1)
            && !tokens[after + 1].is_number();
        (meaning.kind == MONTH && is_name && !is_part).then_some((meaning.number(), after))
    }

    fn weekday(&self, tokens: &[Token], at: usize) -> Option<u32> {
        let meaning = self.lexicon.word(tokens.get(at)?)?;
        (meaning.kind == WEEKDAY).then_some(meaning.number())
    }

    /// Is there a date behind a weekday: "on Monday, December 21"?
    fn names_day(&self, tokens: &[Token], at: usize) -> bool {
        let at = at + usize::from(is(tokens, at, ','));
        at < tokens.len() && self.date(tokens, at, &mut Vec::new()) > at
    }

    /// Does something stand at `at` that makes an amount of the number before it?
    fn is_amount(&self, tokens: &[Token], at: usize) -> bool {
        let own = tokens.get(at..).unwrap_or_default();
        let amounts = [SCALE, CURRENCY, LARGE_CURRENCY, UNIT, PERCENT, COUNTED];
        let meaning = self.lexicon.phrase(own);
        meaning.is_some_and(|(meaning, _)| amounts.contains(&meaning.kind))
    }

    /// A day whose year is left open, or not.
    fn complete(&self, year: Option<u32>, month: u32, day: u32) -> Option<Day> {
        if let Some(year) = year {
            return Day::new(year, month, day);
        }
        let today = self.today?;
        let found = Day::new(today.in_year(), month, day);
        let ahead = found.map_or(0, Day::number) - today.number();
        let turn = match ahead {
            _ if found.is_none() => 0,
            ahead if ahead > FAR_AHEAD => -1,
            ahead if ahead > AHEAD => return None,
            ahead if ahead < -LONG_AGO => 1,
            _ => 0,
        };
        Day::new(today.in_year().wrapping_add_signed(turn), month, day)
    }

    /// The last day of the page's week so far, or the one before it, that is this weekday. In a sentence about what will be it cannot be told.
    #[allow(clippy::cast_possible_wrap)] // less than 10
    fn recent(&self, tokens: &[Token], weekday: u32, is_before: bool) -> Option<Day> {
        let is_future = |token: &Token| {
            let meaning = self.lexicon.word(token);
            meaning.is_some_and(|meaning| meaning.kind == FUTURE)
        };
        if !is_before && tokens.iter().any(is_future) {
            return None;
        }
        let today = self.today?;
        let mut back = (today.weekday() - weekday as i32).rem_euclid(7);
        if is_before && back == 0 {
            back = 7;
        }
        Day::from_number(today.number() - back)
    }

    /// The year at `at`, behind a word such as "in".
    fn plain_year(&self, tokens: &[Token], at: usize) -> Option<Day> {
        let token = tokens.get(at)?;
        let is_year = token.is_number()
            && token.len() == 4
            && PLAIN_YEARS.contains(&token.key)
            && !is_glued(tokens, at)
            && is_whole(tokens, at)
            && !self.is_amount(tokens, at + 1);
        // "in 2000 houses", "by 1900 votes": not in "in 2021 houses were", which is about a year more often than not.
        let next = tokens.get(at + 1).filter(|next| next.kind == Kind::Word);
        let is_german = self.language.is("de");
        let is_count =
            token.key.is_multiple_of(100) && next.is_some_and(|next| is_german || !next.is_capital);
        (is_year && !is_count).then(|| Day::year(token.key))
    }

    /// Digits alone. `Some` with no day: a date that cannot be told.
    fn numeric(&self, tokens: &[Token], at: usize) -> Option<(usize, Option<Day>)> {
        let parts = tokens.get(at..at + 5)?;
        let separator = ['-', '/', '.']
            .into_iter()
            .find(|&mark| parts[1].is(mark) && parts[3].is(mark))?;
        let glued = (at + 1..at + 5).all(|at| is_glued(tokens, at));
        let numbers = [parts[0], parts[2], parts[4]];
        if !glued || !numbers.iter().all(Token::is_number) {
            return None;
        }
        // "2021-12-30T09:15"
        let has_time = is_glued(tokens, at + 5)
            && tokens[at + 5].kind == Kind::Word
            && tokens[at + 5].is_capital;
        if !is_whole(tokens, at + 4) && !has_time {
            return None;
        }
        let end = at + 5;
        let [first, second, third] = numbers.map(|number| number.key);
        match numbers.map(|number| number.len()) {
            [4, 1..=2, 1..=2] => Some((end, Day::new(first, second, third))),
            [1..=2, 1..=2, 4] => {
                let day_first = Day::new(third, second, first);
                let month_first = Day::new(third, first, second);
                let is_american = self.language.is_in(&["US"]) && separator != '.';
                let day = match (day_first, month_first) {
                    (Some(day), Some(other)) if day == other => Some(day),
                    (Some(_), Some(_)) if is_american => month_first,
                    (Some(_), Some(_)) if self.puts_day_first() => day_first,
                    (Some(_), Some(_)) => None,
                    (day, None) | (None, day) => day,
                };
                Some((end, day))
            }
            _ => None,
        }
    }

    /// Does the language, or the region, write the day before the month?
    fn puts_day_first(&self) -> bool {
        self.language.is_any(&[
            "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "cs", "tr", "da", "nb", "no", "fi",
            "uk", "el", "ro",
        ]) || self.language.is_in(&["GB", "IE", "AU", "NZ", "IN"])
    }

    /// "2021年12月30日", "2021年", "12月30日".
    #[allow(clippy::similar_names)]
    fn chinese(&self, tokens: &[Token], at: usize) -> Option<(usize, Option<Day>)> {
        let number = |at: usize| tokens.get(at).filter(|token| token.is_number());
        let mut next = at;
        let year = number(next)
            .filter(|year| year.len() == 4 && is_lone(tokens, next + 1, "年"))
            .map(|year| year.key);
        if year.is_some() {
            next += 2;
        }
        let month = number(next).filter(|_| is_lone(tokens, next + 1, "月"));
        let Some(month) = month.map(|month| month.key) else {
            let year = year.filter(|year| PLAIN_YEARS.contains(year))?;
            return Some((next, Some(Day::year(year))));
        };
        next += 2;
        match number(next).filter(|_| is_lone(tokens, next + 1, "日号號")) {
            Some(day) => Some((next + 2, self.complete(year, month, day.key))),
            None => year.map(|year| (next, Day::month(year, month))),
        }
    }
}

/// A day's number, with "st" or a full stop behind it, and what comes then.
fn day_of_month(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    if !token.is_number() || token.len() > 2 || !(1..=31).contains(&token.key) {
        return None;
    }
    let next = tokens.get(at + 1).filter(|_| is_glued(tokens, at + 1));
    if has(NTH, next) {
        return Some((token.key, at + 2));
    }
    // "21. Dezember", "21.–23. Dezember"
    let is_ordinal =
        is(tokens, at + 1, '.') && tokens.get(at + 2).is_some_and(|after| !after.is_number());
    if is_ordinal {
        return Some((token.key, at + 2));
    }
    let is_range = is(tokens, at + 1, '-') && tokens.get(at + 2).is_some_and(Token::is_number);
    (is_whole(tokens, at) || is_range).then_some((token.key, at + 1))
}

/// The year behind a month or a day, if it is one, and what comes then.
fn year_after(tokens: &[Token], at: usize) -> (Option<u32>, usize) {
    let skip = usize::from(is(tokens, at, ',') || has(OF, tokens.get(at)));
    let year = tokens
        .get(at + skip)
        .filter(|token| token.is_number() && token.len() == 4 && (1000..3000).contains(&token.key));
    match year {
        Some(year) if is_whole(tokens, at + skip) => (Some(year.key), at + skip + 1),
        _ => (None, at),
    }
}
