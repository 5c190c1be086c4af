//! What a word may be: a part of a term, a noun, a form of another word.

use crate::article::facts::lexicon::{COUNT, DAY, MONTH, ORDINAL, PERCENT, SCALE, WEEKDAY};
use crate::article::language::Language;
use crate::article::lists;
use crate::article::tokens::{Kind, Token, Tokens};
use crate::base::letter::{is_capital, lower};
use crate::text::decode_utf16;
use crate::text::words::{self, Key};

/// Shorter words (characters) are no terms unless they are acronyms.
const SHORTEST: usize = 3;

/// Scripts with small letters and capitals stand below: Latin, Greek, Cyrillic, Armenian; and in a range of their own the letters of Vietnamese.
const UNCASED: u16 = 0x590;
const VIETNAMESE: std::ops::Range<u16> = 0x1E00..0x2000;

/// What is known while a text is read.
pub(super) struct Reader<'a> {
    pub(super) text: &'a [u16],
    pub(super) language: Language,
}

impl Reader<'_> {
    /// The lists of words that are no part of a term.
    pub(super) fn empty_words(&self) -> u64 {
        self.language.function_words() | lists::EMPTY_WORDS
    }

    /// The characters of a word, small.
    #[inline(never)]
    fn letters(&self, token: &Token) -> Vec<char> {
        let mut letters = Vec::new();
        let mut at = token.start;
        while at < token.end
            && let Some((c, length)) = decode_utf16(self.text, at)
        {
            letters.push(lower(c));
            at += length;
        }
        letters
    }

    #[inline(never)]
    pub(super) fn is_acronym(&self, token: &Token) -> bool {
        let mut at = token.start;
        while at < token.end
            && let Some((c, length)) = decode_utf16(self.text, at)
            && is_capital(c)
        {
            at += length;
        }
        token.len() > 1 && at == token.end
    }

    /// May the token at `at` be part of a term?
    pub(super) fn may_be_term(&self, tokens: &Tokens, at: usize) -> bool {
        let token = tokens.at(at);
        if token.kind != Kind::Word {
            return token.kind == Kind::Lone;
        }
        let is_acronym = self.is_acronym(token);
        let next = at + 1;
        // "don't", "we'll"
        let is_cut = tokens.mark(next) == '\'' && tokens.is_in(next + 1, lists::CUT);
        // "(CSRC)" behind its long form: the article defines it.
        let is_defined =
            is_acronym && tokens.mark(at.wrapping_sub(1)) == '(' && tokens.mark(next) == ')';
        let is_short = token.len() < SHORTEST && !is_acronym;
        // "New York", within a sentence
        let is_name = at > 0
            && token.is_capital
            && tokens.at(next).is_capital
            && tokens.is_in(at, lists::NEW);
        let is_empty = (token.is_in(self.empty_words()) && !is_name)
            || matches!(
                token.meaning().kind,
                MONTH | WEEKDAY | DAY | SCALE | PERCENT | COUNT | ORDINAL
            );
        !(is_cut || is_defined || is_short || is_empty)
    }

    /// In the languages of adjectives behind the noun, most small words.
    pub(super) fn before_nouns(&self) -> u64 {
        if self.puts_noun_first() {
            self.language.function_words()
        } else {
            lists::ARTICLES | lists::PREPOSITIONS
        }
    }

    pub(super) fn puts_noun_first(&self) -> bool {
        self.language.is_any("fr es it pt")
    }

    /// Where a word stands that does not say what it is: a noun ends a run of words behind an article or a preposition, or begins it where adjectives come behind; a verb stands
    /// behind "to" or "they", and before its object.
    pub(super) fn place(
        &self,
        tokens: &Tokens,
        at: usize,
        opens: bool,
        has_small: bool,
        follows: bool,
    ) -> i32 {
        let (token, next) = (tokens.at(at), tokens.at(at + 1));
        let ends = next.kind != Kind::Word
            || next.start != token.end + 1
            || next.is_in(self.empty_words());
        let has_object = next.is_in(lists::ARTICLES);
        let is_noun = opens
            && if self.puts_noun_first() {
                !follows
            } else {
                ends && !has_object
            };
        let is_name = has_small && token.is_capital && at > 0 && !self.is_acronym(token);
        let is_verb = (at == 0 || !token.is_capital)
            && (has_object || tokens.is_in(at.wrapping_sub(1), lists::BEFORE_VERBS));
        i32::from(is_noun || is_name) - i32::from(is_verb)
    }

    /// Is its first code unit in a range?
    #[inline(never)]
    pub(super) fn begins_in(&self, token: &Token, range: std::ops::Range<u16>) -> bool {
        self.text
            .get(token.start)
            .is_some_and(|unit| range.contains(unit))
    }

    /// In German they do. Of a language whose small words are not known, names are all that can be told from them.
    pub(super) fn nouns_have_capitals(&self) -> bool {
        self.language.is("de") || !self.language.is_known()
    }

    /// Does it look like a noun? Not what ends as verbs and adverbs do ("reported", "widely"), and where nouns have capitals only what has one that the beginning of
    /// a sentence does not explain.
    pub(super) fn may_be_noun(&self, token: &Token, at: usize) -> bool {
        if token.kind != Kind::Word {
            return true;
        }
        if self.nouns_have_capitals() {
            let is_cased = self.begins_in(token, 0..UNCASED) || self.begins_in(token, VIETNAMESE);
            return token.is_capital && at > 0 || !is_cased;
        }
        let end = self.text.get(token.end.saturating_sub(2)..token.end);
        let is_form = matches!(end, Some([0x65, 0x64] | [0x6C, 0x79])) && !token.is_capital;
        !is_form
    }

    /// The key of what the forms of a word have in common, about.
    #[inline(never)]
    pub(super) fn stem(&self, token: &Token) -> Key {
        let mut word = self.letters(token);
        let cut = |word: &mut Vec<char>, suffix: &str, shortest: usize| {
            let left = word.len().saturating_sub(suffix.len());
            let is_it = left > shortest && word[left..].iter().copied().eq(suffix.chars());
            if is_it {
                word.truncate(left);
            }
            is_it
        };
        if self.language.is("de") {
            let _ = "en er es e n s"
                .split(' ')
                .any(|suffix| cut(&mut word, suffix, 3));
        } else {
            let is_plural = !matches!(word[..], [.., 's' | 'u' | 'i', 's']);
            if is_plural {
                cut(&mut word, "s", 2);
            }
            if cut(&mut word, "ing", 3) || cut(&mut word, "ed", 3) {
                let last = word.last().copied();
                if word.iter().rev().nth(1).copied() == last {
                    word.pop();
                }
            }
            // "company", "companies"; "development", "developed"
            let suffixes = "e y i ly ion ment ness";
            let _ = cut(&mut word, "e", 3) && cut(&mut word, "i", 3)
                || suffixes.split(' ').any(|suffix| cut(&mut word, suffix, 3));
        }
        word.iter()
            .fold(words::EMPTY, |key, &c| words::longer(key, c))
    }
}
