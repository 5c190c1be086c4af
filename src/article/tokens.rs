//! The words, numbers and signs of a sentence, as dates and figures are made of them.
//!
//! A *number* is a run of digits and nothing else: whether "30.12.2021" or "1.234" is a date or an amount is for others to say. A *word* is a run of
//! letters that may go on with digits ("Q3"). A character of a script without spaces stands alone, so that 亿 and 元 are found in 亿元.

use crate::base::letter::lower;
use crate::text::class::{Class, is_superscript};
use crate::text::decode_utf16;
use crate::text::words::{self, Key};

use super::facts::lexicon::{Meaning, NOTHING};
use super::lists;
use super::vocabulary::{BEGINS_FACT, BEGINS_PHRASE, Known, Words};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::article) enum Kind {
    /// A run of digits; the key is its value, or the highest number there is.
    Number,
    /// A run of letters; the key is its word's.
    Word,
    /// A character of a script without spaces; the key is that of the one-character word.
    Lone,
    /// Any other character, which is the key.
    Mark,
}

#[derive(Clone, Copy, Debug)]
pub(in crate::article) struct Token {
    /// In UTF-16 code units.
    pub(in crate::article) start: usize,
    pub(in crate::article) end: usize,
    pub(in crate::article) kind: Kind,
    pub(in crate::article) key: Key,
    /// The word's number among the text's.
    pub(in crate::article) number: u32,
    /// What the word is known as.
    pub(in crate::article) known: Known,
    /// Does the word begin with a capital?
    pub(in crate::article) is_capital: bool,
    /// What it tells of its sentence: bits of those below.
    traits: u8,
}

/// There is a digit.
const DIGIT: u8 = 1;
/// It is a character of a script without spaces.
const LONE: u8 = 2;
/// It is a quote.
const QUOTE: u8 = 4;
/// A date or a figure may begin with it, as far as it alone can say.
const BEGINS: u8 = 8;

impl Token {
    /// The number's digits.
    pub(in crate::article) fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    pub(in crate::article) fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }

    /// What one word means beside a number; the kind is [`NOTHING`] where it means nothing.
    pub(in crate::article) fn meaning(&self) -> Meaning {
        if self.kind == Kind::Word {
            self.known.meaning
        } else {
            Meaning::default()
        }
    }

    /// May a date or a figure begin with it, as far as it alone can say?
    pub(in crate::article) fn begins_fact(&self) -> bool {
        self.traits & BEGINS != 0
    }

    /// Is it a word of four letters or more that is part of no date or figure, and joins none?
    pub(in crate::article) fn is_ordinary(&self) -> bool {
        let known = self.known.lists & (BEGINS_FACT | BEGINS_PHRASE | lists::RANGE | lists::AND);
        self.kind == Kind::Word && self.len() > LONGEST_CODE && known == 0
    }

    /// Is it one of the words of some lists?
    pub(in crate::article) fn is_in(&self, lists: u64) -> bool {
        self.kind == Kind::Word && self.known.lists & lists != 0
    }
}

/// What is there where no token is.
static NONE: Token = Token {
    start: usize::MAX,
    end: 0,
    kind: Kind::Mark,
    key: 0,
    number: 0,
    known: Known {
        lists: 0,
        meaning: Meaning {
            kind: NOTHING,
            code: 0,
        },
    },
    is_capital: false,
    traits: 0,
};

/// The tokens of a sentence. Any place may be asked for: before the first and behind the last there is a mark that is like no other.
#[derive(Default)]
pub(crate) struct Tokens {
    all: Vec<Token>,
    /// Those of the first sentences, which were read for the language of the text, and which of them comes next.
    kept: Vec<Token>,
    next: usize,
    traits: u8,
    /// How many quotes there are. The quotes of all languages: „ opens and “ closes in German, “ opens in English.
    pub(in crate::article) quotes: usize,
}

impl Tokens {
    pub(in crate::article) fn len(&self) -> usize {
        self.all.len()
    }

    #[inline(never)] // asked for all over: small before fast
    pub(in crate::article) fn at(&self, at: usize) -> &Token {
        self.all.get(at).unwrap_or(&NONE)
    }

    /// Is there a digit?
    pub(in crate::article) fn has_digit(&self) -> bool {
        self.traits & DIGIT != 0
    }

    /// Is there a character of a script without spaces?
    pub(in crate::article) fn has_lone(&self) -> bool {
        self.traits & LONE != 0
    }

    /// Is there anything that a date or a figure may begin with?
    pub(in crate::article) fn has_facts(&self) -> bool {
        self.traits & BEGINS != 0
    }

    pub(in crate::article) fn from(&self, at: usize) -> &[Token] {
        self.all.get(at..).unwrap_or_default()
    }

    /// The mark at `at`; a zero where no mark is.
    #[inline(never)]
    pub(in crate::article) fn mark(&self, at: usize) -> char {
        let token = self.at(at);
        let key = if token.kind == Kind::Mark {
            token.key
        } else {
            0
        };
        char::from_u32(key).unwrap_or_default()
    }

    /// Does nothing stand between the token at `at` and the one before it?
    #[inline(never)]
    pub(in crate::article) fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.at(at - 1).end == self.at(at).start
    }

    pub(in crate::article) fn is_number(&self, at: usize) -> bool {
        self.at(at).is_number()
    }

    pub(in crate::article) fn is_word(&self, at: usize) -> bool {
        self.at(at).kind == Kind::Word
    }

    /// Is the token at `at` one of the words of some lists?
    pub(in crate::article) fn is_in(&self, at: usize, lists: u64) -> bool {
        self.at(at).is_in(lists)
    }

    /// Is it the number of a house, "Jane Doe, 29, of 1909 Cedar Drive"?
    pub(in crate::article) fn is_address(&self, at: usize) -> bool {
        self.is_in(at.wrapping_sub(1), lists::OF) && self.mark(at.wrapping_sub(2)) == ','
    }

    /// Is a quote open before the token at `at` that opened in this sentence?
    pub(in crate::article) fn is_quoted(&self, at: usize) -> bool {
        let is_quote = |&before: &usize| {
            matches!(
                self.mark(before),
                '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」'
            )
        };
        (0..at).filter(is_quote).count() % 2 == 1
    }

    /// Is the token at `at` one of these characters?
    #[inline(never)]
    pub(in crate::article) fn is_lone(&self, at: usize, characters: &str) -> bool {
        let token = self.at(at);
        let mut each = characters.chars();
        token.kind == Kind::Lone && each.any(|c| words::longer(words::EMPTY, c) == token.key)
    }
}

/// From a fullwidth form to the ASCII character it stands for.
const FULLWIDTH_OFFSET: u32 = 0xFEE0;

/// The character as it is meant.
pub(in crate::article) fn plain(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - FULLWIDTH_OFFSET).unwrap_or(c),
        '￥' => '¥',
        '–' | '‐' | '‑' | '—' => '-',
        '’' => '\'',
        _ => c,
    }
}

const SPACE: u16 = 0x20;
/// What a small letter of ASCII has and its capital has not.
const SMALL: u16 = 0x20;

/// So short are the codes that are written at once before an amount: "RMB20".
const LONGEST_CODE: usize = 3;

impl Tokens {
    /// Reads the tokens of `text[start..end]` in place of those that were read before.
    pub(in crate::article) fn read(
        &mut self,
        text: &[u16],
        start: usize,
        end: usize,
        words: &mut Words,
    ) {
        self.all.clear();
        self.read_on(text, start, end, words);
        self.sum_up();
    }

    /// Reads the tokens of `text[start..end]` behind those that were read before.
    pub(in crate::article) fn read_on(
        &mut self,
        text: &[u16],
        start: usize,
        end: usize,
        words: &mut Words,
    ) {
        let text = text.get(..end).unwrap_or(text);
        let mut next = start;
        while let Some(&unit) = text.get(next) {
            let start = next;
            if unit == SPACE {
                next += 1;
                continue;
            }
            let (mut kind, mut traits) = (Kind::Word, 0);
            let mut is_capital = unit & SMALL == 0;
            let (mut end, mut key) = words::letters(text, start, words::EMPTY);
            if end == start {
                let Some((c, length)) = decode_utf16(text, start) else {
                    break;
                };
                end += length;
                let c = plain(c);
                is_capital = false;
                match Class::of(c) {
                    Class::Lone => {
                        (kind, traits) = (Kind::Lone, LONE | BEGINS);
                        key = words::longer(key, c);
                    }
                    Class::Word if c.is_ascii_digit() => {
                        (kind, traits) = (Kind::Number, DIGIT | BEGINS);
                        (end, key) = number(text, start);
                    }
                    Class::Word => {
                        is_capital = c != lower(c);
                        key = words::longer(key, c);
                    }
                    // "m²" is one unit, whatever it is to those who look for terms.
                    Class::Other if is_superscript(c) => {}
                    Class::Other if c.is_whitespace() => {
                        next = end;
                        continue;
                    }
                    Class::Other => {
                        (kind, key) = (Kind::Mark, c.into());
                        traits = match c {
                            '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' => {
                                QUOTE
                            }
                            // Signs of currencies, and what else there is.
                            '$' | '\u{80}'.. => BEGINS,
                            _ => 0,
                        };
                    }
                }
            }
            let (mut number, mut known) = (0, Known::default());
            if matches!(kind, Kind::Word | Kind::Lone) {
                // Most words are letters of ASCII and end before a space or a mark.
                if kind == Kind::Word && text.get(end).is_some_and(|&unit| unit >= 0x30) {
                    (end, key, traits) = go_on(text, start, end, key, words);
                }
                number = words.number(key);
                known = words.known(number);
                if known.lists & BEGINS_FACT != 0 {
                    traits |= BEGINS;
                }
            }
            next = end;
            self.all.push(Token {
                start,
                end,
                kind,
                key,
                number,
                known,
                is_capital,
                traits,
            });
        }
    }

    /// Keeps what was read for [`take`](Self::take).
    pub(in crate::article) fn keep(&mut self) {
        self.kept = std::mem::take(&mut self.all);
    }

    /// Takes the tokens of the next sentence, which ends there, from those that were kept, in place of those that were read before. `false` where there are none left.
    pub(in crate::article) fn take(&mut self, end: usize) -> bool {
        self.all.clear();
        let left = self.kept.get(self.next..).unwrap_or_default();
        let count = left.iter().take_while(|token| token.end <= end).count();
        self.all
            .extend_from_slice(left.get(..count).unwrap_or_default());
        self.next += count;
        self.sum_up();
        !self.all.is_empty()
    }

    fn sum_up(&mut self) {
        let (mut traits, mut quotes) = (0, 0);
        for token in &self.all {
            traits |= token.traits;
            quotes += usize::from(token.traits & QUOTE != 0);
        }
        (self.traits, self.quotes) = (traits, quotes);
    }
}

/// Goes on with a word that begins at `from`: where it ends, its key, and its traits. Raised digits are part of it and not of the key.
fn go_on(
    text: &[u16],
    from: usize,
    mut at: usize,
    mut key: Key,
    words: &Words,
) -> (usize, Key, u8) {
    let mut traits = 0;
    while let Some((c, length)) = decode_utf16(text, at) {
        let c = plain(c);
        if !is_superscript(c) {
            if Class::of(c) != Class::Word {
                break;
            }
            if c.is_ascii_digit() {
                let is_code =
                    at - from <= LONGEST_CODE && words.look_up(key).lists & lists::CODE != 0;
                if is_code {
                    break;
                }
                traits = DIGIT;
            }
            key = words::longer(key, c);
        }
        at += length;
    }
    (at, key, traits)
}

/// The end and the value of a run of digits; the highest number there is for a larger one.
fn number(text: &[u16], mut at: usize) -> (usize, u32) {
    let mut value = 0_u32;
    while let Some((c, length)) = decode_utf16(text, at)
        && let Some(digit) = plain(c).to_digit(10)
    {
        value = value.saturating_mul(10).saturating_add(digit);
        at += length;
    }
    (at, value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language;
    use crate::text::utf16;

    #[test]
    fn tokens_are_what_they_look_like() {
        let text = "Q3: 21st, €3.5bn（２０亿元）";
        let units = utf16(text);
        let mut tokens = Tokens::default();
        let mut words = Words::new(Language::default(), None);
        tokens.read(&units, 0, units.len(), &mut words);
        let found: Vec<(String, Kind)> = tokens
            .from(0)
            .iter()
            .map(|t| (String::from_utf16_lossy(&units[t.start..t.end]), t.kind))
            .collect();
        let expected = [
            ("Q3", Kind::Word),
            (":", Kind::Mark),
            ("21", Kind::Number),
            ("st", Kind::Word),
            (",", Kind::Mark),
            ("€", Kind::Mark),
            ("3", Kind::Number),
            (".", Kind::Mark),
            ("5", Kind::Number),
            ("bn", Kind::Word),
            ("（", Kind::Mark),
            ("２０", Kind::Number),
            ("亿", Kind::Lone),
            ("元", Kind::Lone),
            ("）", Kind::Mark),
        ];
        assert_eq!(found, expected.map(|(text, kind)| (text.to_owned(), kind)));
    }
}
