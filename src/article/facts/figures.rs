//! The figures of a sentence: amounts with a unit, and ranks.
//!
//! A number is a figure only with something that says what it counts: a currency, a per cent sign, a measure, or, where its size shows that it counts, the
//! noun behind it. Its separators are read as the language has them; "1.234" is 1,234 in German and 1.234 in English, and where that cannot be told there is no
//! figure. So years, telephone numbers, versions and scores need no rules of their own: they have no unit.

use super::dates::{has, is, is_glued};
use super::lexicon::{
    COUNT, COUNTED, CURRENCY, LARGE_CURRENCY, ORDINAL, PERCENT, RANKED, SCALE, SUPERLATIVE, UNIT,
    pack,
};
use super::{Figure, Reader, UNIT_IN_TEXT};
use crate::article::language::Language;
use crate::article::tokens::{Kind, Token, plain};
use crate::base::letter::is_small;
use crate::text::decode_utf16;
use crate::text::words;

/// More digits than a double is exact for.
const MOST_DIGITS: usize = 15;

/// Words before a number word that make it a part of a larger one: "three point five", "one hundred and five".
const PARTS: &str = "point hundred and comma half virgule coma";
/// Between the ends of a range.
const TO: &str = "to bis à a";
/// Between a scale and a unit: "3 millions d'euros".
const OF: &str = "de d";
/// Signs of currencies, each with its code. `$` may have letters before it.
const SIGNS: &str = "$USD €EUR £GBP ₹INR ₩KRW ₽RUB ₿BTC";
const DOLLARS: &str = "USUSD HKHKD AAUD AUAUD CCAD CACAD SSGD NTTWD NZNZD RBRL";
/// What no noun ends in, though it ends in an s: a verb or a function word of four letters and more.
const NO_NOUNS: &str = "this does was less plus minus versus across sous dans plus mais tous vers moins menos does says rises falls times";

/// A number as it stands there.
#[derive(Clone, Copy)]
struct Number {
    digits: u64,
    /// How many of them are behind the decimal separator.
    decimals: i32,
    /// The token behind it.
    end: usize,
    /// Has it separators between thousands?
    is_grouped: bool,
    is_word: bool,
}

/// What follows a number.
#[derive(Clone, Copy, Default)]
struct Tail {
    scale: i32,
    /// 0 for none.
    unit: u32,
    end: usize,
}

impl Number {
    fn value(&self, scale: i32) -> f64 {
        #[allow(clippy::cast_precision_loss)] // at most MOST_DIGITS
        let mut value = self.digits as f64;
        let power = scale - self.decimals;
        let mut factor = 1.0;
        // Powers of ten up to 22 are exact, so one multiplication or division is rounded once.
        for _ in 0..power.abs() {
            factor *= 10.0;
        }
        if power < 0 {
            value /= factor;
        } else {
            value *= factor;
        }
        value
    }

    /// May it be a year?
    fn is_year(&self) -> bool {
        !self.is_grouped && self.decimals == 0 && (1900..2100).contains(&self.digits)
    }
}

impl Reader<'_> {
    /// Adds the figures that begin at `at`. Returns where they end; `at` where there is none.
    pub(super) fn figure(&self, tokens: &[Token], at: usize, out: &mut Vec<Figure>) -> usize {
        if let Some((value, end)) = self.rank(tokens, at) {
            let unit = pack("rank".chars());
            self.put(tokens, at..end, value, unit, out);
            return end;
        }
        let (prefix, first) = self.prefix(tokens, at);
        let Some(number) = self.number(tokens, first) else {
            return at;
        };
        if !self.begins(tokens, at) {
            return number.end;
        }
        let (negative, from) = minus(tokens, at);
        let tail = self.tail(tokens, &number, prefix);
        if let Some(end) = self.range(tokens, at, prefix, &number, &tail, out) {
            return end;
        }
        let unit = if prefix == 0 { tail.unit } else { prefix };
        if unit == 0 || (number.is_year() && prefix == 0 && !self.is_plausible(&number, &tail)) {
            return number.end;
        }
        let value = number.value(tail.scale);
        let value = if negative { -value } else { value };
        self.put(tokens, from..tail.end, value, unit, out);
        tail.end
    }

    #[allow(clippy::cast_possible_truncation)] // a sentence's offsets are u32
    fn put(
        &self,
        tokens: &[Token],
        range: std::ops::Range<usize>,
        value: f64,
        unit: u32,
        out: &mut Vec<Figure>,
    ) {
        out.push(Figure {
            start: tokens[range.start].start as u32,
            end: tokens[range.end - 1].end as u32,
            value,
            unit,
        });
    }

    /// The ends of a range share what stands behind the second: "10–15 percent", "from 3 to 5 million". `None` where there is no range.
    fn range(
        &self,
        tokens: &[Token],
        at: usize,
        prefix: u32,
        number: &Number,
        tail: &Tail,
        out: &mut Vec<Figure>,
    ) -> Option<usize> {
        let to = tail.end;
        let joins = is(tokens, to, '-')
            || has(TO, tokens.get(to))
            || (has("and und et y", tokens.get(to))
                && has(
                    "between zwischen entre",
                    at.checked_sub(1).and_then(|at| tokens.get(at)),
                ));
        if !joins || (tail.unit != 0 && prefix == 0) || tail.scale > 0 && prefix != 0 {
            return None;
        }
        let (second_prefix, second_first) = self.prefix(tokens, to + 1);
        let second = self.number(tokens, second_first)?;
        let second_tail = self.tail(tokens, &second, prefix.max(second_prefix));
        let unit = [second_prefix, prefix, second_tail.unit]
            .into_iter()
            .find(|unit| *unit != 0)?;
        let is_doubtful = |number: &Number| {
            number.is_year() && prefix == 0 && !self.is_plausible(number, &second_tail)
        };
        if is_doubtful(number) || is_doubtful(&second) {
            return Some(second_tail.end);
        }
        let scale = tail.scale.max(second_tail.scale);
        let (low, high) = (number.value(scale), second.value(second_tail.scale));
        // "$3 to $5 million": three dollars, or three million?
        let is_open = second_prefix != 0 && prefix != 0 && second_tail.scale > tail.scale;
        // A noun that is counted stands in the second part only.
        if low < high && !is_open {
            let counted = unit & UNIT_IN_TEXT != 0;
            if !counted {
                self.put(tokens, at..tail.end, low, unit, out);
            }
        }
        self.put(tokens, to + 1..second_tail.end, high, unit, out);
        Some(second_tail.end)
    }

    /// A number that could be a year counts money or measures only where it is round and a word says so: not in "in 2010 dollars" or "2021 MW".
    #[allow(clippy::unused_self)]
    fn is_plausible(&self, number: &Number, tail: &Tail) -> bool {
        let percent = u32::from('%');
        tail.unit == percent || (number.digits.is_multiple_of(100) && tail.unit & UNIT_IN_TEXT == 0)
    }

    /// The currency before a number, and where the number is. 0 where there is none.
    fn prefix(&self, tokens: &[Token], at: usize) -> (u32, usize) {
        let Some(token) = tokens.get(at) else {
            return (0, at);
        };
        if token.kind == Kind::Mark {
            return (self.sign(token), at + usize::from(self.sign(token) != 0));
        }
        // "US$", "HK$"
        if is(tokens, at + 1, '$') && is_glued(tokens, at + 1) && token.kind == Kind::Word {
            return (self.dollars(token), at + 2);
        }
        // "RMB 20 billion", "人民币20亿元"; in "in euros 20 people" the word is no code.
        let Some((meaning, length)) = self.lexicon.phrase(&tokens[at..]) else {
            return (0, at);
        };
        let is_code = token.kind == Kind::Lone
            || (token.is_capital && token.len() == 3 && !self.is_small_at(token.start + 1));
        if meaning.kind == CURRENCY && is_code {
            return (meaning.code, at + length);
        }
        (0, at)
    }

    fn is_small_at(&self, at: usize) -> bool {
        decode_utf16(self.text, at).is_some_and(|(c, _)| is_small(c))
    }

    /// The currency of a sign. ¥ is yuan or yen as the language has it, and elsewhere itself.
    fn sign(&self, token: &Token) -> u32 {
        if token.kind != Kind::Mark {
            return 0;
        }
        if token.is('¥') {
            return match self.language {
                language if language.is("zh") => pack("CNY".chars()),
                language if language.is("ja") => pack("JPY".chars()),
                _ => pack("¥".chars()),
            };
        }
        let c = char::from_u32(token.key).unwrap_or_default();
        let known = SIGNS.split(' ').find_map(|sign| sign.strip_prefix(c));
        known.map_or(0, |code| pack(code.chars()))
    }

    /// The dollars that the letters before `$` name; 0 for unknown ones.
    fn dollars(&self, letters: &Token) -> u32 {
        let letters = String::from_utf16_lossy(&self.text[letters.start..letters.end]);
        let is_code = |code: &&str| code.len() == 3;
        let mut known = DOLLARS
            .split(' ')
            .map(|known| known.strip_prefix(letters.as_str()));
        let code = known.find_map(|code| code.filter(is_code));
        code.map_or(0, |code| pack(code.chars()))
    }

    /// May a figure begin at `at`? Not inside a larger number, an address or a name: "COVID-19", "v1.2", "24/7".
    fn begins(&self, tokens: &[Token], at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) else {
            return true;
        };
        if !is_glued(tokens, at) {
            let is_part = has(PARTS, Some(before)) && tokens[at].kind == Kind::Word;
            // "5 1/2 percent", "3 ½"
            return !(is_part || before.is('/'));
        }
        match before.kind {
            Kind::Lone => true,
            Kind::Mark => {
                let refused = [':', '%', '/', '#', '_', '@', '=', '^', '*', '\\', '$', '&'];
                let is_dash = ['-', '−', '+'].iter().any(|&mark| before.is(mark));
                let is_stop = before.is('.') || before.is(',');
                let sentence = is_stop && at > 1 && !tokens[at - 2].is_number();
                let free_dash = is_dash && !is_glued(tokens, at - 1);
                sentence
                    || free_dash
                    || !(is_dash || is_stop || refused.iter().any(|&mark| before.is(mark)))
            }
            _ => false,
        }
    }

    /// The number at `at`, with its separators, or a number word.
    fn number(&self, tokens: &[Token], at: usize) -> Option<Number> {
        let first = tokens.get(at)?;
        if !first.is_number() {
            return self.number_word(tokens, at);
        }
        let mut number = Number {
            digits: 0,
            decimals: 0,
            end: at + 1,
            is_grouped: false,
            is_word: false,
        };
        let mut length = first.len();
        self.add_digits(first, &mut number.digits);
        // The separators, and how many digits follow each.
        let mut parts: Vec<(char, usize)> = Vec::new();
        while let Some((separator, part)) = self.next_part(tokens, at, number.end) {
            let token = tokens[part];
            length += token.len();
            if length > MOST_DIGITS {
                return None;
            }
            self.add_digits(&token, &mut number.digits);
            parts.push((separator, token.len()));
            number.end = part + 1;
        }
        if length > MOST_DIGITS {
            return None;
        }
        let groups = match parts.split_last() {
            None => return Some(number),
            Some((&last, before)) if self.is_decimal(last, before, first)? => {
                number.decimals = i32::try_from(last.1).ok()?;
                before
            }
            Some(_) => &parts[..],
        };
        let Some(&(separator, _)) = groups.first() else {
            return Some(number);
        };
        number.is_grouped = true;
        let (last, others) = groups.split_last()?;
        // "1,00,000" is how India has it.
        let is_regular = last.1 == 3
            && first.len() <= 3
            && first.key != 0
            && others
                .iter()
                .all(|&(_, length)| length == 3 || (length == 2 && separator == ','))
            && groups.iter().all(|&(own, _)| own == separator);
        is_regular.then_some(number)
    }

    /// Does the last separator part the decimals? `None` where it cannot be told.
    fn is_decimal(
        &self,
        (separator, length): (char, usize),
        before: &[(char, usize)],
        first: &Token,
    ) -> Option<bool> {
        if separator == ' ' || separator == '\'' {
            return Some(false);
        }
        // Where a full stop parts thousands, where a space does, and where a comma does.
        let has_stop = self
            .language
            .is_any(&["de", "es", "it", "pt", "nl", "da", "tr"])
            && !self.language.is_in(&["MX", "CH"]);
        let has_space = self
            .language
            .is_any(&["fr", "ru", "pl", "cs", "sv", "nb", "fi", "uk"]);
        let has_comma = has_stop || has_space;
        let decimal = if has_comma { ',' } else { '.' };
        if let Some(&(other, _)) = before.first() {
            return match other == separator {
                // "1.234.567" is a number where full stops part thousands, and elsewhere a version.
                true if separator == decimal => None,
                same => Some(!same),
            };
        }
        if length != 3 || first.len() > 3 || first.key == 0 {
            return Some(true);
        }
        // "1,234" in Spanish: Mexico and Spain disagree.
        let is_open =
            self.language.is("es") && separator == ',' && !self.language.is_in(&["MX", "ES"]);
        let is_known = if has_comma {
            has_stop || separator == ','
        } else {
            self.language == Language::default()
                || self
                    .language
                    .is_any(&["en", "zh", "ja", "ko", "he", "hi", "th", "es", "de"])
        };
        (is_known && !is_open).then_some(separator == decimal)
    }

    /// The separator behind the part that ends before `end`, and the next part.
    fn next_part(&self, tokens: &[Token], start: usize, end: usize) -> Option<(char, usize)> {
        let next = tokens.get(end)?;
        if next.kind == Kind::Mark {
            let separator = ['.', ',', '\''].into_iter().find(|&mark| next.is(mark))?;
            let is_part = is_glued(tokens, end)
                && is_glued(tokens, end + 1)
                && tokens.get(end + 1)?.is_number();
            return is_part.then_some((separator, end + 1));
        }
        // "352 100 000": the space is one that does not break, or the language has it so.
        let gap = tokens[end - 1].end;
        let is_group = next.is_number()
            && next.len() == 3
            && next.start == gap + 1
            && tokens[start].len() <= 3
            && tokens[end - 1].len()
                == if end - 1 == start {
                    tokens[start].len()
                } else {
                    3
                };
        let is_space = match self.text[gap] {
            0xA0 | 0x202F | 0x2009 => true,
            _ => self
                .language
                .is_any(&["fr", "es", "ru", "pl", "sv", "cs", "fi", "nb"]),
        };
        (is_group && is_space).then_some((' ', end))
    }

    fn add_digits(&self, token: &Token, digits: &mut u64) {
        let mut at = token.start;
        while at < token.end
            && let Some((c, length)) = decode_utf16(self.text, at)
        {
            let digit = u64::from(u32::from(plain(c)) - u32::from('0'));
            *digits = digits.saturating_mul(10).saturating_add(digit);
            at += length;
        }
    }

    /// "three", "twenty-five".
    fn number_word(&self, tokens: &[Token], at: usize) -> Option<Number> {
        let count = |at: usize| {
            let meaning = self.lexicon.word(tokens.get(at)?)?;
            (meaning.kind == COUNT).then(|| meaning.number())
        };
        let mut digits = count(at)?;
        let mut end = at + 1;
        let behind = end + usize::from(is(tokens, end, '-'));
        if digits >= 20
            && let Some(unit) = count(behind).filter(|unit| *unit < 10)
        {
            digits += unit;
            end = behind + 1;
        }
        Some(Number {
            digits: digits.into(),
            decimals: 0,
            end,
            is_grouped: false,
            is_word: true,
        })
    }

    /// Scale and unit behind a number.
    fn tail(&self, tokens: &[Token], number: &Number, prefix: u32) -> Tail {
        let mut tail = Tail {
            end: number.end,
            ..Tail::default()
        };
        let mut at = number.end;
        // "20多亿": more than
        let more = ['多', '余'].map(|c| words::longer(words::EMPTY, c));
        if tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Lone && more.contains(&token.key))
        {
            at += 1;
        }
        let glued = is_glued(tokens, at);
        while let Some((meaning, length)) = self.phrase(tokens, at)
            && meaning.kind == SCALE
        {
            #[allow(clippy::cast_possible_wrap)] // up to 12 each
            {
                tail.scale += meaning.number() as i32;
            }
            at += length;
            tail.end = at;
        }
        if tail.scale > 18 {
            return Tail {
                end: number.end,
                ..Tail::default()
            };
        }
        if tail.scale == 0
            && let Some(scale) = self.letter(tokens, at, glued, prefix)
        {
            tail.scale = scale;
            at += 1;
            tail.end = at;
        }
        // "5 Mrd. Euro"
        let stop = tail.scale > 0 && is(tokens, at, '.') && is_glued(tokens, at);
        if prefix != 0 {
            return tail;
        }
        let mut behind = at + usize::from(stop);
        if tail.scale > 0 && has(OF, tokens.get(behind)) {
            behind += 1 + usize::from(is(tokens, behind + 1, '\''));
        }
        if let Some((unit, end)) = self.unit(tokens, behind, number, tail.scale) {
            tail.unit = unit;
            tail.end = end;
        }
        tail
    }

    fn phrase(&self, tokens: &[Token], at: usize) -> Option<(super::lexicon::Meaning, usize)> {
        self.lexicon.phrase(tokens.get(at..)?)
    }

    /// "$3.8B", "€20m", "20m euros": a letter is a scale beside a currency only, for "20m" are metres too.
    fn letter(&self, tokens: &[Token], at: usize, glued: bool, prefix: u32) -> Option<i32> {
        let token = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
        let scale = match self.text.get(token.start..token.end)? {
            [0x6D | 0x4D] => 6,
            [0x62 | 0x42] => 9,
            [0x74 | 0x54] => 12,
            [0x6B | 0x4B] => 3,
            _ => return None,
        };
        let is_money = |at: usize| {
            let sign = tokens.get(at).map_or(0, |token| self.sign(token));
            let word = self.phrase(tokens, at);
            sign != 0 || word.is_some_and(|(meaning, _)| meaning.kind == CURRENCY)
        };
        ((prefix != 0 && glued) || is_money(at + 1)).then_some(scale)
    }

    /// The unit at `at`, and what is behind it.
    fn unit(
        &self,
        tokens: &[Token],
        at: usize,
        number: &Number,
        scale: i32,
    ) -> Option<(u32, usize)> {
        let token = tokens.get(at)?;
        let sign = self.sign(token);
        if sign != 0 {
            // "20 $5 bills"
            let is_prefix = tokens.get(at + 1).is_some_and(Token::is_number);
            return (!is_prefix).then_some((sign, at + 1));
        }
        if token.is('°') {
            let letter = tokens.get(at + 1)?;
            let code = match self.text.get(letter.start..letter.end)? {
                [0x43] => "°C",
                [0x46] => "°F",
                _ => return None,
            };
            return Some((pack(code.chars()), at + 2));
        }
        if let Some((meaning, length)) = self.phrase(tokens, at) {
            let is_unit = match meaning.kind {
                CURRENCY | PERCENT => true,
                // "two feet", "one foot in the door"
                UNIT => !(number.is_word && meaning.code == pack("ft".chars())),
                LARGE_CURRENCY => scale >= 6 && !has("of", tokens.get(at + length)),
                COUNTED => {
                    let end = at + length;
                    let unit = tokens[end - 1].end - token.start;
                    #[allow(clippy::cast_possible_truncation)] // one character
                    return Some((UNIT_IN_TEXT | unit as u32, end));
                }
                _ => false,
            };
            if is_unit {
                return Some((meaning.code, at + length));
            }
        }
        if let Some(code) = self.lexicon.symbol(self.text, token) {
            // "20m" may be millions, "3.5t" is no version of a tonne: single letters stand apart.
            let is_apart = token.len() > 1 || !is_glued(tokens, at);
            if is(tokens, at + 1, '/') && code == pack("km".chars()) {
                let is_hour = tokens
                    .get(at + 2)
                    .is_some_and(|token| token.key == words::key("h"));
                return is_hour.then(|| (pack("km/h".chars()), at + 3));
            }
            return (is_apart && !number.is_word && !is_joined(tokens, at))
                .then_some((code, at + 1));
        }
        self.noun(tokens, at, number, scale)
    }

    /// What is counted, where the number is large enough to count: "5,000 employees", "3 million users".
    fn noun(
        &self,
        tokens: &[Token],
        at: usize,
        number: &Number,
        scale: i32,
    ) -> Option<(u32, usize)> {
        let token = tokens.get(at)?;
        let is_large = number.is_grouped && number.decimals == 0 || scale > 0;
        // "S&P 1,500 companies"
        let is_named = number.end > 1 && scale == 0 && {
            let first = tokens[..number.end]
                .iter()
                .rposition(|token| token.kind != Kind::Number && !token.is(',') && !token.is('.'));
            first.is_some_and(|at| at > 0 && tokens[at].is_capital)
        };
        if !is_large
            || is_named
            || token.kind != Kind::Word
            || is_glued(tokens, at)
            || token.len() < 4
        {
            return None;
        }
        let last = self.text[token.end - 1];
        let is_noun = if self.language.is("de") {
            token.is_capital
        } else {
            let is_plural = last == u16::from(b's') || has("people women children", Some(token));
            !token.is_capital && is_plural && !has(NO_NOUNS, Some(token))
        };
        #[allow(clippy::cast_possible_truncation)] // a word in a text of u32 length
        (is_noun && !is_joined(tokens, at)).then(|| (UNIT_IN_TEXT | token.len() as u32, at + 1))
    }

    /// "ranked fourth", "third-largest", "排名第四".
    fn rank(&self, tokens: &[Token], at: usize) -> Option<(f64, usize)> {
        let token = &tokens[at];
        let is_nth = ['第']
            .map(|c| words::longer(words::EMPTY, c))
            .contains(&token.key);
        if token.kind == Kind::Lone && is_nth {
            let (value, end) = self.ordinal(tokens, at + 1, true)?;
            let big = words::longer(words::EMPTY, '大');
            let is_rank = tokens.get(end).is_some_and(|token| token.key == big);
            return is_rank.then_some((value, end + 1));
        }
        if !matches!(token.kind, Kind::Word | Kind::Lone | Kind::Number) {
            return None;
        }
        if token.kind != Kind::Number
            && let Some((meaning, length)) = self.lexicon.phrase(&tokens[at..])
            && meaning.kind == RANKED
        {
            let is_plain = token.kind == Kind::Lone || self.language.is("de");
            let mut next = at + length;
            // "ranks No. 4"
            let is_no = has("no", tokens.get(next));
            if is_no {
                next += 1 + usize::from(is(tokens, next + 1, '.'));
            }
            let (value, end) = self.ordinal(tokens, next, is_plain || is_no)?;
            return Some((value, end));
        }
        let (value, end) = self.ordinal(tokens, at, false)?;
        let behind = end + usize::from(is(tokens, end, '-'));
        let meaning = self.lexicon.word(tokens.get(behind)?)?;
        (meaning.kind == SUPERLATIVE && self.begins(tokens, at)).then_some((value, behind + 1))
    }

    /// "fourth", "4th", and where `is_plain` "4" and 四.
    fn ordinal(&self, tokens: &[Token], at: usize, is_plain: bool) -> Option<(f64, usize)> {
        let token = tokens.get(at)?;
        match token.kind {
            Kind::Number if token.len() < 4 => {
                let is_nth = is_glued(tokens, at + 1) && has("st nd rd th", tokens.get(at + 1));
                if is_nth {
                    return Some((token.key.into(), at + 2));
                }
                let is_whole = !is_glued(tokens, at + 1)
                    || matches!(tokens[at + 1].kind, Kind::Lone)
                    || (tokens[at + 1].kind == Kind::Mark
                        && !is(tokens, at + 1, '%')
                        && !(is_glued(tokens, at + 2) && tokens[at + 2].is_number()));
                (is_plain && is_whole && token.key > 0).then_some((token.key.into(), at + 1))
            }
            Kind::Lone if is_plain => {
                let digits = "一二三四五六七八九十".chars();
                let value = digits
                    .zip(1_u32..)
                    .find(|&(c, _)| words::longer(words::EMPTY, c) == token.key)?;
                // 十一 and more are left out.
                let next = self.ordinal(tokens, at + 1, true);
                (next.is_none() || tokens.get(at + 1)?.kind != Kind::Lone)
                    .then_some((value.1.into(), at + 1))
            }
            Kind::Word => {
                let meaning = self.lexicon.word(token)?;
                (meaning.kind == ORDINAL).then_some((meaning.number().into(), at + 1))
            }
            _ => None,
        }
    }
}

/// Is there a minus sign before the figure, and where does it begin then?
fn minus(tokens: &[Token], at: usize) -> (bool, usize) {
    let before = at.checked_sub(1).filter(|_| is_glued(tokens, at));
    match before {
        Some(before) if is(tokens, before, '-') || is(tokens, before, '−') => (true, before),
        _ => (false, at),
    }
}

/// Does a word go on behind the token: "5,000 employees-owned"?
fn is_joined(tokens: &[Token], at: usize) -> bool {
    is(tokens, at + 1, '-')
        && is_glued(tokens, at + 1)
        && is_glued(tokens, at + 2)
        && tokens[at + 2].kind == Kind::Word
}
