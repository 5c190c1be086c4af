//! The words, numbers and signs of a sentence, as dates and figures are made of them.
//!
//! A *number* is a run of digits and nothing else: whether "30.12.2021" or "1.234" is a date or an amount is for others to say. A *word* is a run of
//! letters that may go on with digits ("Q3"). A character of a script without spaces stands alone, so that 亿 and 元 are found in 亿元.

use crate::base::letter::is_capital;
use crate::text::class::{Class, is_superscript};
use crate::text::decode_utf16;
use crate::text::words::{self, Key};

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
}

/// What is there where no token is.
static NONE: Token = Token {
    start: usize::MAX,
    end: 0,
    kind: Kind::Mark,
    key: 0,
    is_capital: false,
};

/// The tokens of a sentence. Any place may be asked for: before the first and behind the last there is a mark that is like no other.
pub(in crate::article) struct Tokens(Vec<Token>);

impl Tokens {
    pub(in crate::article) fn len(&self) -> usize {
        self.0.len()
    }

    #[inline(never)] // asked for all over: small before fast
    pub(in crate::article) fn at(&self, at: usize) -> &Token {
        self.0.get(at).unwrap_or(&NONE)
    }

    pub(in crate::article) fn from(&self, at: usize) -> &[Token] {
        self.0.get(at..).unwrap_or_default()
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

    /// Is the token at `at` one of the words of a list?
    #[inline(never)]
    pub(in crate::article) fn is_in(&self, at: usize, list: &str) -> bool {
        let token = self.at(at);
        token.kind == Kind::Word && list.split(' ').any(|word| words::key(word) == token.key)
    }

    /// Is it the number of a house, "Jane Doe, 29, of 1909 Cedar Drive"?
    pub(in crate::article) fn is_address(&self, at: usize) -> bool {
        self.is_in(at.wrapping_sub(1), "of") && self.mark(at.wrapping_sub(2)) == ','
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

/// Written at once before an amount: "RMB20".
const CURRENCIES: &str = "rmb usd eur cny gbp jpy chf hkd rs";

fn is_currency(word: &Token) -> bool {
    word.len() < 4
        && CURRENCIES
            .split(' ')
            .any(|code| words::key(code) == word.key)
}

/// The tokens of `text[start..end]`.
pub(in crate::article) fn tokens(text: &[u16], start: usize, end: usize) -> Tokens {
    let mut out: Vec<Token> = Vec::new();
    let text = text.get(..end).unwrap_or(text);
    let mut at = start;
    // Is the last token one that the next character may go on with?
    let mut is_open = false;
    loop {
        if let Some(word) = out
            .last_mut()
            .filter(|last| is_open && last.kind == Kind::Word)
        {
            (at, word.key) = words::letters(text, at, word.key);
            word.end = at;
        }
        let Some((c, len)) = decode_utf16(text, at) else {
            break;
        };
        let c = plain(c);
        let kind = match Class::of(c) {
            Class::Lone => Kind::Lone,
            Class::Word if c.is_ascii_digit() => Kind::Number,
            Class::Word => Kind::Word,
            // "m²" is one unit, whatever it is to those who look for terms.
            Class::Other if is_superscript(c) => Kind::Word,
            Class::Other => Kind::Mark,
        };
        let (from, to) = (at, at + len);
        at = to;
        if kind == Kind::Mark && c.is_whitespace() {
            is_open = false;
            continue;
        }
        if let Some(last) = out.last_mut().filter(|_| is_open) {
            match (last.kind, kind) {
                (Kind::Number, Kind::Number) => {
                    let digit = u32::from(c) - u32::from('0');
                    last.key = last.key.saturating_mul(10).saturating_add(digit);
                    last.end = to;
                    continue;
                }
                (Kind::Word, Kind::Word | Kind::Number)
                    if kind == Kind::Word || !is_currency(last) =>
                {
                    last.key = words::longer(last.key, c);
                    last.end = to;
                    continue;
                }
                _ => {}
            }
        }
        is_open = matches!(kind, Kind::Number | Kind::Word);
        out.push(Token {
            start: from,
            end: to,
            kind,
            key: match kind {
                Kind::Number => u32::from(c) - u32::from('0'),
                Kind::Mark => u32::from(c),
                Kind::Word | Kind::Lone => words::longer(words::EMPTY, c),
            },
            is_capital: is_capital(c),
        });
    }
    Tokens(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::utf16;

    #[test]
    fn tokens_are_what_they_look_like() {
        let text = "Q3: 21st, €3.5bn（２０亿元）";
        let units = utf16(text);
        let found: Vec<(String, Kind)> = tokens(&units, 0, units.len())
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
