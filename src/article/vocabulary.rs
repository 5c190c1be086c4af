//! What is known of words before a text is read, and numbers for all words of a text.
//!
//! The lists and the lexicon are texts, and hashing them takes about as long as reading a short article. So what is made of them, a [`Dictionary`], is kept from one text to the
//! next. Each word of a text is then looked up once, where it becomes a [`Token`](super::tokens::Token): whoever reads the tokens finds there what the word is known as, and a number by which to
//! count it.

use std::cell::Cell;
use std::rc::Rc;

use super::facts::lexicon::{self, Meaning};
use super::language::{Language, language_of};
use super::lists;
use super::tokens::Tokens;
use crate::base::map::Numbers;
use crate::text::sentences::Sentence;
use crate::text::words::{self, Key};

/// What a word is known as.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// The bits of all lists that have it.
    pub(super) lists: u64,
    /// What it means beside a number; the kind is [`NOTHING`](lexicon::NOTHING) where it means nothing.
    pub(super) meaning: Meaning,
}

/// Beside the lists' bits: phrases of the lexicon begin with the word.
pub(super) const BEGINS_PHRASE: u64 = 1 << 63;
/// A date or a figure may begin with the word, whatever stands behind it.
pub(super) const BEGINS_FACT: u64 = 1 << 62;

/// Lists of words as one text, and the bit of the first (`lists.rs`). Only [`OF_EDITORS`](lists::OF_EDITORS) comes besides [`ALL`](lists::ALL), by way of who asks for it: where nobody does, it is not there.
pub(super) type List = (u32, &'static str);

/// Room for the words of an article beside those that are known.
const ARTICLE: usize = 700;

pub(super) struct Dictionary {
    /// By the keys of words, and of phrases ([`longer`]).
    numbers: Numbers,
    known: Vec<Known>,
    /// The language whose lines of the lexicon it has.
    language: u8,
    /// Has it lists besides those of all?
    has_more: bool,
}

/// The key of a phrase and one word more. The order of the words counts, which it would not if two keys were mixed as they are.
pub(super) fn longer(phrase: Key, word: Key) -> Key {
    words::mix(phrase.rotate_left(1), word)
}

thread_local! {
    /// The last one.
    static LAST: Cell<Option<Rc<Dictionary>>> = const { Cell::new(None) };
}

impl Dictionary {
    /// The last one, if it is one for this language and has the lists that are needed.
    fn of(language: Language, more: Option<List>) -> Rc<Self> {
        let letter = lexicon::letter(language);
        let last = LAST.take();
        let own = last
            .filter(|last| last.language == letter && last.has_more >= more.is_some())
            .unwrap_or_else(|| Rc::new(Self::new(letter, more)));
        LAST.set(Some(Rc::clone(&own)));
        own
    }

    fn new(language: u8, more: Option<List>) -> Self {
        let mut own = Self {
            // All words of the lists and the lexicon, and those of an article.
            numbers: Numbers::with_room(2 * ARTICLE),
            known: Vec::new(),
            language,
            has_more: more.is_some(),
        };
        own.add_lists(lists::ALL);
        if let Some(more) = more {
            own.add_lists(more);
        }
        lexicon::add_to(&mut own, language);
        own
    }

    fn add_lists(&mut self, (mut bit, all): List) {
        let mut key = words::EMPTY;
        for c in all.chars() {
            if !matches!(c, ' ' | '|') {
                key = words::longer(key, c);
                continue;
            }
            self.add(key).lists |= 1 << bit;
            key = words::EMPTY;
            bit += u32::from(c == '|');
        }
    }

    /// What is known of a word, for more to be known.
    #[inline(never)]
    pub(super) fn add(&mut self, key: Key) -> &mut Known {
        let number = self.numbers.add(key) as usize;
        if number == self.known.len() {
            self.known.push(Known::default());
        }
        &mut self.known[number]
    }

    fn known(&self, number: u32) -> Known {
        self.known.get(number as usize).copied().unwrap_or_default()
    }
}

/// The words of one text: those of the dictionary, and behind them those that only the text has, in its order.
pub(crate) struct Words {
    dictionary: Rc<Dictionary>,
    numbers: Numbers,
}

impl Words {
    pub(super) fn new(language: Language, more: Option<List>) -> Self {
        let dictionary = Dictionary::of(language, more);
        let numbers = dictionary.numbers.clone();
        Self {
            dictionary,
            numbers,
        }
    }

    /// The number of a word, or of whatever else has a key.
    pub(super) fn number(&mut self, key: Key) -> u32 {
        self.numbers.add(key)
    }

    /// What is known of the word of a number.
    pub(super) fn known(&self, number: u32) -> Known {
        self.dictionary.known(number)
    }

    /// What is known of a word or phrase by its key.
    #[inline(never)]
    pub(super) fn look_up(&self, key: Key) -> Known {
        let number = self.dictionary.numbers.get(key);
        number.map_or(Known::default(), |number| self.known(number))
    }
}

/// A text that is read: its language, its words, and the tokens of one sentence after the other.
pub(crate) struct Session {
    pub(crate) language: Language,
    pub(crate) words: Words,
    pub(crate) tokens: Tokens,
}

impl Session {
    /// For a text in a language.
    pub(crate) fn of(language: Language, more: Option<List>) -> Self {
        Self {
            language,
            words: Words::new(language, more),
            tokens: Tokens::default(),
        }
    }

    /// For the sentences of a text that is said to be in a language, and may be in another.
    pub(crate) fn new(
        text: &[u16],
        sentences: &[Sentence],
        stated: Language,
        more: Option<List>,
    ) -> Self {
        let mut own = Self::of(stated, more);
        let found = language_of(text, sentences, stated, &mut own.words, &mut own.tokens);
        if lexicon::letter(found) == lexicon::letter(stated) {
            own.tokens.keep();
        } else {
            own.words = Words::new(found, more);
        }
        own.language = found;
        own
    }

    /// Reads the tokens of a sentence: of all of them, one after the other.
    pub(crate) fn read(&mut self, text: &[u16], sentence: Sentence) {
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        if !self.tokens.take(end) {
            self.tokens.read(text, start, end, &mut self.words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_words_counts() {
        let [a, b] = ["中", "国"].map(|word| word.chars().fold(words::EMPTY, words::longer));
        assert_ne!(longer(a, b), longer(b, a));
        assert_ne!(longer(a, a), longer(b, b));
    }

    #[test]
    fn a_language_has_its_own_words_and_those_of_all() {
        let key = |word: &str| word.chars().fold(words::EMPTY, words::longer);
        for (language, word, expected) in [
            ("de", "januar", lexicon::MONTH),
            ("en", "januar", lexicon::NOTHING),
            ("en-GB", "january", lexicon::MONTH),
            ("de-CH", "january", lexicon::MONTH),
            ("fr", "janvier", lexicon::MONTH),
            ("", "janvier", lexicon::NOTHING),
        ] {
            let words = Words::new(Language::new(language), None);
            assert_eq!(
                words.look_up(key(word)).meaning.kind,
                expected,
                "{word} in {language}"
            );
        }
    }

    #[test]
    fn lists_of_editors_are_read_for_editors() {
        let key = "alan".chars().fold(words::EMPTY, words::longer);
        for more in [None, Some(lists::OF_EDITORS), None] {
            let dictionary = Dictionary::new(b'*', more);
            let is_known = dictionary.numbers.get(key).is_some();
            assert_eq!(is_known, more.is_some());
        }
    }
}
