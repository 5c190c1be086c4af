//! The words, numbers and signs of a sentence, as dates and figures are made of them.
//!
//! A *number* is a run of digits and nothing else: whether "30.12.2021" or "1.234" is a date or an amount is for others to say. A *word* is a run of
//! letters that may go on with digits ("Q3"). A character of a script without spaces stands alone, so that 亿 and 元 are found in 亿元.

use crate::base::letter::is_capital;
use crate::text::class::{Class, is_superscript};
use crate::text::decode_utf16;
use crate::text::words::{self, Key};

use super::facts::lexicon::Meaning;
use super::lists;
use super::vocabulary::{Known, Words};

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
}

impl Token {
    /// The number's digits.
    pub(in crate::article) fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    pub(in crate::article) fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }

    /// What one word means beside a number; the kind is 0 where it means nothing.
    pub(in crate::article) fn meaning(&self) -> Meaning {
        if self.kind == Kind::Word {
            self.known.meaning
        } else {
            Meaning::default()
        }
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
        meaning: Meaning { kind: 0, code: 0 },
    },
    is_capital: false,
};

/// The tokens of a sentence. Any place may be asked for: before the first and behind the last there is a mark that is like no other.
#[derive(Default)]
pub(crate) struct Tokens {
    all: Vec<Token>,
    /// Is there a digit?
    pub(in crate::article) has_digit: bool,
    /// Is there a character of a script without spaces?
    pub(in crate::article) has_lone: bool,
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
        (self.has_digit, self.has_lone, self.quotes) = (false, false, 0);
        let text = text.get(..end).unwrap_or(text);
        let mut next = start;
        while let Some(&unit) = text.get(next) {
            let from = next;
            if unit == SPACE {
                next += 1;
                continue;
            }
            if (unit | SMALL).wrapping_sub(0x61) < 26 {
                // Most words begin with a letter of ASCII.
                let (end, key) = self.word(text, from, from, words::EMPTY, words);
                next = end;
                self.push((from, end), Kind::Word, key, unit & SMALL == 0, words);
                continue;
            }
            let Some((c, length)) = decode_utf16(text, next) else {
                break;
            };
            next += length;
            let c = plain(c);
            let mut kind = Kind::Word;
            let mut key = words::longer(words::EMPTY, c);
            match Class::of(c) {
                Class::Lone => {
                    kind = Kind::Lone;
                    self.has_lone = true;
                }
                Class::Word if c.is_ascii_digit() => {
                    kind = Kind::Number;
                    self.has_digit = true;
                    (next, key) = number(text, from);
                }
                Class::Word => (next, key) = self.word(text, from, next, key, words),
                // "m²" is one unit, whatever it is to those who look for terms.
                Class::Other if is_superscript(c) => {
                    (next, key) = self.word(text, from, next, words::EMPTY, words);
                }
                Class::Other if c.is_whitespace() => continue,
                Class::Other => {
                    kind = Kind::Mark;
                    key = c.into();
                    self.quotes += usize::from(matches!(
                        c,
                        '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』'
                    ));
                }
            }
            let is_capital = kind == Kind::Word && is_capital(c);
            self.push((from, next), kind, key, is_capital, words);
        }
    }

    fn push(
        &mut self,
        (start, end): (usize, usize),
        kind: Kind,
        key: Key,
        is_capital: bool,
        words: &mut Words,
    ) {
        let mut token = Token {
            start,
            end,
            kind,
            key,
            is_capital,
            ..NONE
        };
        if matches!(kind, Kind::Word | Kind::Lone) {
            token.number = words.number(key);
            token.known = words.known(token.number);
        }
        self.all.push(token);
    }

    /// Goes on with a word that begins at `from`: where it ends, and its key. Raised digits are part of it and not of the key.
    fn word(
        &mut self,
        text: &[u16],
        from: usize,
        mut at: usize,
        mut key: Key,
        words: &Words,
    ) -> (usize, Key) {
        loop {
            (at, key) = words::letters(text, at, key);
            // Most words end before one.
            if text.get(at) == Some(&SPACE) {
                break;
            }
            let Some((c, length)) = decode_utf16(text, at) else {
                break;
            };
            let c = plain(c);
            if is_superscript(c) {
                at += length;
                continue;
            }
            if Class::of(c) != Class::Word {
                break;
            }
            if c.is_ascii_digit() {
                let is_code =
                    at - from <= LONGEST_CODE && words.look_up(key).lists & lists::CODE != 0;
                if is_code {
                    break;
                }
                self.has_digit = true;
            }
            key = words::longer(key, c);
            at += length;
        }
        (at, key)
    }
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
        let mut words = Words::new(Language::default(), false);
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
