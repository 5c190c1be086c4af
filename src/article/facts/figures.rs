//! The figures of a sentence: amounts with a unit, and ranks.
//!
//! A number is a figure only with something that says what it counts: a currency, a per cent sign, a measure, or, where its size shows that it counts, the
//! noun behind it. Its separators are read as the language has them; "1.234" is 1,234 in German and 1.234 in English, and where that cannot be told there is no
//! figure. So years, telephone numbers, versions and scores need no rules of their own: they have no unit.

use super::lexicon::{
    COUNTED, CURRENCY, LARGE_CURRENCY, PERCENT, SCALE, UNIT, code, pack, phrase, symbol,
};
use super::numbers::Number;
use super::{Figure, Reader, UNIT_IN_TEXT};
use crate::article::lists;
use crate::article::tokens::{Kind, Token, Tokens};
use crate::base::letter::is_small;
use crate::text::decode_utf16;

const RANK: u32 = code("rank");
const FEET: u32 = code("ft");
const KM: u32 = code("km");
const PER_CENT: u32 = code("%");

/// What follows a number.
#[derive(Clone, Copy)]
struct Tail {
    scale: i32,
    /// What is added to the number: "3亿5000万".
    more: f64,
    /// 0 for none.
    unit: u32,
    end: usize,
}

impl Number {
    /// A number that could be a year counts money or measures only where it is round and a word says so: not in "in 2010 dollars" or "2021 MW".
    fn is_year(&self, tail: &Tail) -> bool {
        let is_year = !self.is_grouped && self.decimals == 0 && (1900..2100).contains(&self.digits);
        let is_round = self.digits.is_multiple_of(100) && tail.unit & UNIT_IN_TEXT == 0;
        is_year && tail.unit != PER_CENT && !is_round
    }
}

impl Reader<'_> {
    /// Adds the figures that begin at `at`. Returns where they end; `at` where there is none.
    pub(super) fn figure(&self, tokens: &Tokens, at: usize, out: &mut Vec<Figure>) -> usize {
        let (rank, end) = self.rank(tokens, at);
        if rank > 0 {
            put(tokens, at, end, rank.into(), RANK, out);
            return end;
        }
        let (prefix, first) = self.prefix(tokens, at);
        let Some(number) = self.number(tokens, first) else {
            return at;
        };
        if !begins(tokens, at) {
            return number.end;
        }
        let before = at.wrapping_sub(1);
        let is_sign = tokens.is_glued(at) && !tokens.is_glued(before);
        let is_negative = is_sign && matches!(tokens.mark(before), '-' | '−');
        let tail = self.tail(tokens, &number, prefix);
        let end = self.range(tokens, at, prefix, &number, &tail, out);
        if end > 0 {
            return end;
        }
        if prefix | tail.unit == 0 || (prefix == 0 && number.is_year(&tail)) {
            return number.end;
        }
        let value = number.value(tail.scale) + tail.more;
        let is_negative = is_negative || tokens.is_in(before, lists::MINUS);
        let (from, value) = if is_negative {
            (before, -value)
        } else {
            (at, value)
        };
        put(tokens, from, tail.end, value, prefix | tail.unit, out);
        tail.end
    }

    /// The ends of a range share what stands behind the second: "10–15 percent", "from 3 to 5 million". 0 where there is no range.
    fn range(
        &self,
        tokens: &Tokens,
        at: usize,
        prefix: u32,
        number: &Number,
        tail: &Tail,
        out: &mut Vec<Figure>,
    ) -> usize {
        let to = tail.end;
        let is_between =
            tokens.is_in(to, lists::AND) && tokens.is_in(at.wrapping_sub(1), lists::BETWEEN);
        let joins = tokens.mark(to) == '-' || tokens.is_in(to, lists::RANGE) || is_between;
        if !joins || tail.unit != 0 || (tail.scale > 0 && prefix != 0) {
            return 0;
        }
        let (second_prefix, first) = self.prefix(tokens, to + 1);
        let Some(second) = self.number(tokens, first) else {
            return 0;
        };
        let second_tail = self.tail(tokens, &second, prefix.max(second_prefix));
        let end = second_tail.end;
        let unit = if second_prefix != 0 {
            second_prefix
        } else {
            prefix | second_tail.unit
        };
        if unit == 0 {
            return 0;
        }
        if prefix == 0 && (number.is_year(&second_tail) || second.is_year(&second_tail)) {
            return end;
        }
        let low = number.value(tail.scale.max(second_tail.scale));
        let high = second.value(second_tail.scale);
        // "$3 to $5 million": three dollars, or three million?
        let is_open = second_prefix != 0 && prefix != 0 && second_tail.scale > tail.scale;
        // A noun that is counted stands in the second part only.
        if low < high && !is_open && unit & UNIT_IN_TEXT == 0 {
            put(tokens, at, tail.end, low, unit, out);
        }
        put(tokens, to + 1, end, high, unit, out);
        end
    }

    /// The currency before a number, and where the number is. 0 where there is none.
    #[inline(never)]
    fn prefix(&self, tokens: &Tokens, at: usize) -> (u32, usize) {
        let token = tokens.at(at);
        let sign = self.sign(tokens.mark(at));
        if sign != 0 {
            return (sign, at + 1);
        }
        if token.kind == Kind::Word && tokens.mark(at + 1) == '$' && tokens.is_glued(at + 1) {
            return (dollars(pack(self.text, token)), at + 2);
        }
        // "RMB 20 billion", "人民币20亿元"; in "in euros 20 people" the word is no code.
        let (meaning, end) = phrase(self.words, tokens, at);
        let second = decode_utf16(self.text, token.start.wrapping_add(1));
        let is_code = token.kind == Kind::Lone
            || (token.is_capital && token.len() == 3 && !second.is_some_and(|(c, _)| is_small(c)));
        if meaning.kind == CURRENCY && is_code {
            return (meaning.code, end);
        }
        (0, at)
    }

    /// The currency of a sign. ¥ is yuan or yen as the language has it, and elsewhere itself.
    #[inline(never)]
    pub(super) fn sign(&self, sign: char) -> u32 {
        match sign {
            '$' => self.dollar(),
            '€' => code("EUR"),
            '£' => code("GBP"),
            '₹' => code("INR"),
            '₩' => code("KRW"),
            '₽' => code("RUB"),
            '₿' => code("BTC"),
            '¥' if self.language.is("zh") => code("CNY"),
            '¥' if self.language.is("ja") => code("JPY"),
            '¥' => 0xA5,
            _ => 0,
        }
    }

    /// Whose dollars they are where nothing but the region of the page says so.
    fn dollar(&self) -> u32 {
        let regions = [
            ("AU", "AUD"),
            ("CA", "CAD"),
            ("NZ", "NZD"),
            ("SG", "SGD"),
            ("HK", "HKD"),
        ];
        let own = regions
            .iter()
            .find(|(region, _)| self.language.is_in(region));
        code(own.map_or("USD", |&(_, currency)| currency))
    }

    /// Scale and unit behind a number.
    #[inline(never)]
    fn tail(&self, tokens: &Tokens, number: &Number, prefix: u32) -> Tail {
        let mut tail = Tail {
            scale: 0,
            more: 0.0,
            unit: 0,
            end: number.end,
        };
        // "20多亿": more than
        let mut at = number.end + usize::from(tokens.is_lone(number.end, "多余"));
        let is_glued = tokens.is_glued(at);
        while tail.scale < 12 {
            // "a $23-million centre"
            let is_joined = tokens.mark(at) == '-' && tokens.is_glued(at + 1);
            let (meaning, end) = phrase(self.words, tokens, at + usize::from(is_joined));
            if meaning.kind != SCALE {
                break;
            }
            tail.scale += meaning.number() as i32;
            (at, tail.end) = (end, end);
        }
        (tail.more, at) = self.more(tokens, at, tail.scale);
        if tail.more > 0.0 {
            tail.end = at;
        }
        let letter = self.letter(tokens, at, is_glued, prefix);
        if tail.scale == 0 && letter > 0 {
            tail.scale = letter;
            at += 1;
            tail.end = at;
        }
        if prefix != 0 {
            return tail;
        }
        if tail.scale > 0 {
            // "5 Mrd. Euro", "3 millions d'euros"
            at += usize::from(tokens.mark(at) == '.' && tokens.is_glued(at));
            if tokens.is_in(at, lists::DE | lists::D) {
                at += 1 + usize::from(tokens.mark(at + 1) == '\'');
            }
        }
        let (unit, end) = self.unit(tokens, at, number, tail.scale);
        if unit != 0 {
            (tail.unit, tail.end) = (unit, end);
        }
        tail
    }

    /// What stands behind a scale and is added to it, and what is behind that: "3亿5000万", "1兆2000億". 0 for nothing.
    fn more(&self, tokens: &Tokens, mut at: usize, mut scale: i32) -> (f64, usize) {
        let mut sum = 0.0;
        while scale > 0 && tokens.is_glued(at) && tokens.is_number(at) {
            let Some(number) = self.number(tokens, at) else {
                break;
            };
            let (meaning, end) = phrase(self.words, tokens, number.end);
            let is_scale = meaning.kind == SCALE;
            let (next, end) = if is_scale {
                (meaning.number() as i32, end)
            } else {
                (0, number.end)
            };
            if next >= scale {
                break;
            }
            sum += number.value(next);
            (scale, at) = (next, end);
        }
        (sum, at)
    }

    /// "$3.8B", "€20m", "20m euros": a letter is a scale beside a currency only, for "20m" are metres too. 0 where it is none.
    fn letter(&self, tokens: &Tokens, at: usize, is_glued: bool, prefix: u32) -> i32 {
        let letter = pack(self.text, tokens.at(at)) | 0x20;
        let scale = match u8::try_from(letter) {
            Ok(b'm') => 6,
            Ok(b'b') => 9,
            Ok(b't') => 12,
            Ok(b'k') => 3,
            _ => return 0,
        };
        let is_money = self.sign(tokens.mark(at + 1)) != 0
            || phrase(self.words, tokens, at + 1).0.kind == CURRENCY;
        if tokens.is_word(at) && ((prefix != 0 && is_glued) || is_money) {
            scale
        } else {
            0
        }
    }

    /// The unit at `at`, and what is behind it; 0 where there is none.
    fn unit(&self, tokens: &Tokens, at: usize, number: &Number, scale: i32) -> (u32, usize) {
        let token = tokens.at(at);
        let next = at + 1;
        let sign = self.sign(tokens.mark(at));
        // "20 $5 bills"
        if sign != 0 && !(tokens.is_number(next) && tokens.is_glued(next)) {
            return (sign, next);
        }
        if tokens.mark(at) == '°' {
            let letter = pack(self.text, tokens.at(next));
            let is_degree = letter == code("C") || letter == code("F");
            return (if is_degree { letter << 8 | 0xB0 } else { 0 }, next + 1);
        }
        let (meaning, end) = phrase(self.words, tokens, at);
        let is_unit = match meaning.kind {
            // "One Percent for the Planet"
            CURRENCY | PERCENT => !(number.is_word && token.is_capital),
            // "two feet", "one foot in the door"
            UNIT => !(number.is_word && meaning.code == FEET),
            LARGE_CURRENCY => scale >= 6 && !tokens.is_in(end, lists::OF),
            _ => false,
        };
        if is_unit {
            return (meaning.code, end);
        }
        if meaning.kind == COUNTED {
            return (in_text(token), end);
        }
        let symbol = symbol(self.text, token);
        if symbol == KM && tokens.mark(next) == '/' {
            let is_hour = pack(self.text, tokens.at(next + 1)) == code("h");
            return (if is_hour { code("km/h") } else { 0 }, next + 2);
        }
        // A word goes on: "5,000 employee-owned"
        let is_joined =
            tokens.mark(next) == '-' && tokens.is_glued(next) && tokens.is_word(next + 1);
        if number.is_word || is_joined {
            return (0, at);
        }
        if symbol != 0 {
            // "20m" may be millions, and "3.5t" a version.
            let is_apart = token.len() > 1 || !tokens.is_glued(at);
            return (if is_apart { symbol } else { 0 }, next);
        }
        (self.noun(tokens, at, number, scale), next)
    }

    /// What is counted, where the number is large enough to count: "5,000 employees", "3 million users". 0 for nothing.
    fn noun(&self, tokens: &Tokens, at: usize, number: &Number, scale: i32) -> u32 {
        let token = tokens.at(at);
        let is_large = (number.is_grouped && number.decimals == 0) || scale > 0;
        // "S&P 1,500 companies"
        let mut before = number.end - 1;
        while before > 0
            && (tokens.is_number(before) || matches!(tokens.mark(before), ',' | '.' | '\''))
        {
            before -= 1;
        }
        let is_named = scale == 0 && before > 0 && tokens.at(before).is_capital;
        if !is_large || is_named || !tokens.is_word(at) || tokens.is_glued(at) || token.len() < 4 {
            return 0;
        }
        let is_plural =
            self.text.get(token.end - 1) == Some(&0x73) || tokens.is_in(at, lists::PLURALS);
        let is_noun = if self.language.is("de") {
            token.is_capital
        } else {
            !token.is_capital && is_plural && !tokens.is_in(at, lists::NO_NOUNS)
        };
        if is_noun { in_text(token) } else { 0 }
    }
}

/// May a figure begin at `at`? Not inside a larger number, an address or a name: "COVID-19", "v1.2", "24/7".
#[inline(never)]
pub(super) fn begins(tokens: &Tokens, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let mark = tokens.mark(before);
    if !tokens.is_glued(at) {
        // "5 1/2 percent"
        // "12 000 km", in a language that does not part thousands so: "in 2021 300 people" looks the same.
        let is_cut = tokens.is_number(before) && tokens.is_number(at) && tokens.at(at).len() == 3;
        let is_part = tokens.is_word(at) && tokens.is_in(before, lists::PARTS);
        return mark != '/' && !is_cut && !is_part && !tokens.is_address(at);
    }
    match mark {
        ':' | '%' | '/' | '#' | '_' | '@' | '=' | '^' | '*' | '\\' | '$' | '&' => false,
        // "5.25%–5.50%"
        '-' | '−' | '+' => !tokens.is_glued(before) || tokens.mark(before.wrapping_sub(1)) == '%',
        // A full stop or a comma whose space was lost.
        '.' | ',' => before > 0 && !tokens.is_number(before - 1),
        _ => matches!(tokens.at(before).kind, Kind::Lone | Kind::Mark),
    }
}

#[allow(clippy::cast_possible_truncation)] // a sentence's offsets are u32
#[inline(never)]
fn put(tokens: &Tokens, from: usize, end: usize, value: f64, unit: u32, out: &mut Vec<Figure>) {
    out.push(Figure {
        start: tokens.at(from).start as u32,
        end: tokens.at(end - 1).end as u32,
        value,
        unit,
    });
}

/// The dollars that the letters before `$` name; 0 for unknown ones.
fn dollars(letters: u32) -> u32 {
    const US: u32 = code("US");
    const HK: u32 = code("HK");
    const A: u32 = code("A");
    const AU: u32 = code("AU");
    const C: u32 = code("C");
    const CA: u32 = code("CA");
    const S: u32 = code("S");
    const NT: u32 = code("NT");
    const NZ: u32 = code("NZ");
    const R: u32 = code("R");
    match letters {
        US => code("USD"),
        HK => code("HKD"),
        A | AU => code("AUD"),
        C | CA => code("CAD"),
        S => code("SGD"),
        NT => code("TWD"),
        NZ => code("NZD"),
        R => code("BRL"),
        _ => 0,
    }
}

/// The unit is this word.
#[allow(clippy::cast_possible_truncation)] // a word in a text of u32 length
fn in_text(word: &Token) -> u32 {
    UNIT_IN_TEXT | word.len() as u32
}
