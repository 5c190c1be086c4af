//! The numbers of a text: digits with their separators, and words.

use super::Reader;
use super::lexicon::COUNT;
use crate::article::language::Language;
use crate::article::tokens::{Token, Tokens};

/// More digits than a double is exact for.
const MOST_DIGITS: usize = 15;

/// A number as it stands there.
#[derive(Clone, Copy)]
pub(super) struct Number {
    pub(super) digits: u64,
    /// How many of them are behind the decimal separator.
    pub(super) decimals: i32,
    /// The token behind it.
    pub(super) end: usize,
    /// Has it separators between thousands?
    pub(super) is_grouped: bool,
    pub(super) is_word: bool,
}

impl Number {
    #[inline(never)]
    pub(super) fn value(&self, scale: i32) -> f64 {
        #[allow(clippy::cast_precision_loss)] // at most MOST_DIGITS
        let value = self.digits as f64;
        let power = scale - self.decimals;
        let mut factor = 1.0;
        // Powers of ten up to 22 are exact, so one multiplication or division is rounded once.
        for _ in 0..power.abs() {
            factor *= 10.0;
        }
        if power < 0 {
            value / factor
        } else {
            value * factor
        }
    }
}

impl Reader<'_> {
    /// The number at `at`, with its separators, or a number word.
    #[inline(never)]
    pub(super) fn number(&self, tokens: &Tokens, at: usize) -> Option<Number> {
        let first = tokens.at(at);
        if !first.is_number() {
            return self.number_word(tokens, at);
        }
        let mut number = Number {
            digits: self.digits(first),
            decimals: 0,
            end: at + 1,
            is_grouped: false,
            is_word: false,
        };
        let mut length = first.len();
        // The last separator with how many digits follow it, and what those before it have in common.
        let (mut last, mut last_length) = ('\0', 0);
        let (mut before, mut is_regular) = ('\0', first.len() <= 3 && first.key != 0);
        loop {
            let (separator, part) = self.next_part(tokens, at, number.end);
            if separator == '\0' {
                break;
            }
            if last != '\0' {
                is_regular &= before == '\0' || before == last;
                // "1,00,000" is how India has it.
                is_regular &= last_length == 3 || (last_length == 2 && last == ',');
                before = last;
            }
            let token = tokens.at(part);
            (last, last_length) = (separator, token.len());
            length += last_length;
            if length > MOST_DIGITS {
                return None;
            }
            for _ in 0..last_length {
                number.digits *= 10;
            }
            number.digits += self.digits(token);
            number.end = part + 1;
        }
        if last == '\0' {
            return (length <= MOST_DIGITS).then_some(number);
        }
        let is_decimal = if before != '\0' && before != last {
            last != '\''
        } else {
            self.is_decimal(last, last_length, before, first)?
        };
        number.is_grouped = before != '\0' || !is_decimal;
        if is_decimal {
            #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)]
            // at most MOST_DIGITS
            {
                number.decimals = last_length as i32;
            }
            is_regular |= before == '\0';
        } else {
            is_regular &= last_length == 3;
        }
        is_regular.then_some(number)
    }

    /// Does the last separator part the decimals, where those before it, if any, are the same? `None` where it cannot be told.
    fn is_decimal(
        &self,
        separator: char,
        length: usize,
        before: char,
        first: &Token,
    ) -> Option<bool> {
        if matches!(separator, ' ' | '\'') {
            return Some(false);
        }
        // Where a full stop parts thousands, where a space does, and where a comma does.
        let has_stop =
            self.language.is_any("de es it pt nl da tr") && !self.language.is_in("MX CH");
        let has_comma = has_stop || self.language.is_any("fr ru pl cs sv nb fi uk");
        let decimal = if has_comma { ',' } else { '.' };
        if before != '\0' {
            // "1.234.567" is a number where full stops part thousands, and elsewhere a version.
            return (separator != decimal).then_some(false);
        }
        if length != 3 || first.len() > 3 || first.key == 0 {
            return Some(true);
        }
        // "1,234" in Spanish: Mexico and Spain disagree.
        let is_open = separator == ',' && self.language.is("es") && !self.language.is_in("MX ES");
        let is_known = if has_comma {
            has_stop || separator == ','
        } else {
            self.language == Language::default()
                || self.language.is_any("en zh ja ko he hi th es de")
        };
        (is_known && !is_open).then_some(separator == decimal)
    }

    /// The separator behind the part that ends before `end`, and the next part. A zero where there is none.
    fn next_part(&self, tokens: &Tokens, start: usize, end: usize) -> (char, usize) {
        let separator = tokens.mark(end);
        let is_glued = tokens.is_glued(end) && tokens.is_glued(end + 1);
        if matches!(separator, '.' | ',' | '\'') && is_glued && tokens.is_number(end + 1) {
            return (separator, end + 1);
        }
        // "352 100 000": the space is one that does not break, or the language has it so.
        let gap = tokens.at(end - 1).end;
        let next = tokens.at(end);
        let is_group = next.is_number()
            && next.len() == 3
            && next.start == gap + 1
            && tokens.at(start).len() <= 3
            && (end - 1 == start || tokens.at(end - 1).len() == 3);
        let is_space = is_group
            && (matches!(self.text.get(gap), Some(0xA0 | 0x202F | 0x2009))
                || self.language.is_any("fr es ru pl sv cs fi nb"));
        if is_space { (' ', end) } else { ('\0', end) }
    }

    /// The value of a number's digits, fullwidth ones among them; at most so many as are exact count.
    #[inline(never)]
    fn digits(&self, token: &Token) -> u64 {
        let units = self.text.get(token.start..token.end).unwrap_or_default();
        // The last four bits of a digit are its value, in ASCII and in the fullwidth forms.
        let add = |digits: u64, unit: &u16| digits * 10 + u64::from(unit & 0xF);
        units.iter().take(MOST_DIGITS).fold(0, add)
    }

    /// "three", "twenty-five".
    fn number_word(&self, tokens: &Tokens, at: usize) -> Option<Number> {
        let first = tokens.at(at).meaning();
        let mut end = at + 1;
        let mut digits = first.number();
        let behind = end + usize::from(tokens.mark(end) == '-');
        let second = tokens.at(behind).meaning();
        if digits >= 20 && second.kind == COUNT && second.number() < 10 {
            digits += second.number();
            end = behind + 1;
        }
        (first.kind == COUNT).then(|| Number {
            digits: digits.into(),
            decimals: 0,
            end,
            is_grouped: false,
            is_word: true,
        })
    }
}
