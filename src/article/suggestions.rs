//! Terms that the article uses and the glossary lacks, for editors to fill it.
//!
//! A candidate is a run of one to five words without a function word, a number, a date's word or a term of the glossary in it; in scripts without spaces a run of two
//! to six characters that comes three times. A phrase has to come twice, and stands for its parts where they come nowhere else. Its worth is the root of
//! how often it comes, times how long its words are: long words are rarer in the language at large, which is the only measure of that here. Where much of a text is phrases
//! that come again, as in papers, a phrase counts more than a word. Forms of one word count together by a light stemming of our own.
//!
//! Whether a word alone is a noun, its places say: a noun ends what an article or a preposition begins ("the old pier."), or is a name with a capital that neither a headline nor the beginning of
//! a sentence explains; a verb stands behind "to" and "they", and before an object ("updating the pump"). What does so more often than the other is no term.
//!
//! Persons are no terms. A name is a person's where the article says so: a title before it ("Mr", "President"), a verb of saying behind it, an age or an office
//! in apposition ("Zou Jun, vice chairman of …").

mod candidates;
mod nouns;
mod persons;

use super::abbreviations::Abbreviation;
use super::language::Language;
use super::lists;
use super::tokens::{Kind, Tokens};
use super::vocabulary::Session;
use crate::base::order;
use crate::matcher::Match;
use crate::text::blocks::UNMARKABLE;
use crate::text::sentences::Sentence;
use crate::text::words::Key;
use candidates::{best, groups};
use nouns::Reader;

/// A term that the glossary lacks. Offsets are UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggestion {
    /// Where it stands first: the first code unit.
    pub start: u32,
    /// Behind the last one.
    pub end: u32,
    /// How often it comes.
    pub count: u32,
    /// Higher is better; only good for comparing suggestions of one article.
    pub score: f32,
    /// The sentence of that place.
    pub sentence: Sentence,
}

/// Longer words in capitals are shouted.
const LONGEST_ACRONYM: usize = 6;
/// So much less often than never a word stands where nouns do that is no term alone.
const NEVER: i32 = -1_000_000;

/// Japanese writes in them what is no noun.
const HIRAGANA: std::ops::Range<u16> = 0x3041..0x30A0;

/// … and in these, words from elsewhere, which are not cut.
const KATAKANA: std::ops::Range<u16> = 0x30A1..0x3100;

/// Characters that no Chinese term begins or ends with.
const LONE_EDGES: &str = "的了是在和与與及等也有为為对對将將并並从從于於以不这這其中个個该該上下到被把年月日亿億万萬元还還可就都很而或但我你他她们們";

/// A word that may be part of a term.
struct Word {
    /// What its forms have in common.
    stem: Key,
    start: usize,
    end: usize,
    sentence: usize,
    is_lone: bool,
    is_capital: bool,
    is_acronym: bool,
    /// Does it look like a noun?
    is_noun: bool,
    /// Does it stand where nouns do (1) or where verbs do (-1)? [`NEVER`] for what is no term alone, wherever it stands.
    place: i32,
    /// Does the run of words that it is in stand behind an article or a preposition?
    opens: bool,
    /// May it begin a phrase?
    begins: bool,
    /// May it end one?
    ends: bool,
    /// Does it go on where the word before it ends, but for a space?
    follows: bool,
}

/// The words of the sentences that were read so far.
struct Suggestions<'a> {
    reader: Reader<'a>,
    defined: &'a [Abbreviation],
    /// Those that are not behind us.
    matches: std::iter::Peekable<std::slice::Iter<'a, Match>>,
    words: Vec<Word>,
    /// The stems of the words of persons' names.
    persons: Vec<Key>,
    /// How many sentences there were.
    number: usize,
}

/// The terms that the glossary, whose matches are given, lacks; best first. `stated` is what the page says about its language: the text decides.
#[must_use]
pub fn suggestions(
    text: &[u16],
    sentences: &[Sentence],
    matches: &[Match],
    defined: &[Abbreviation],
    stated: Language,
) -> Vec<Suggestion> {
    let mut session = Session::new(text, sentences, stated, Some(lists::OF_EDITORS));
    let mut suggestions = Suggestions::new(text, matches, defined, session.language);
    for &sentence in sentences {
        session.read(text, sentence);
        suggestions.add(sentence, &session.tokens);
    }
    suggestions.finish(sentences)
}

impl<'a> Suggestions<'a> {
    /// Of a text with what was found in it.
    fn new(
        text: &'a [u16],
        matches: &'a [Match],
        defined: &'a [Abbreviation],
        language: Language,
    ) -> Self {
        Self {
            reader: Reader { text, language },
            defined,
            matches: matches.iter().peekable(),
            words: Vec::new(),
            persons: Vec::new(),
            number: 0,
        }
    }

    /// Adds a sentence, whose tokens were read with the lists [of editors](lists::OF_EDITORS).
    fn add(&mut self, sentence: Sentence, tokens: &Tokens) {
        let index = self.number;
        self.number += 1;
        if sentence.flags & UNMARKABLE != 0 {
            return;
        }
        let Reader { text, .. } = self.reader;
        self.reader.add_persons(tokens, &mut self.persons);
        let empty = self.reader.empty_words();
        // Where all words have capitals, in headlines and shouts, a capital makes no name.
        let has_small = tokens
            .from(0)
            .iter()
            .any(|token| token.kind == Kind::Word && !token.is_capital && !token.is_in(empty));
        // Where the word before ends, if it may be part of a term.
        let mut behind = usize::MAX;
        for (token, at) in tokens.from(0).iter().zip(0..) {
            while self
                .matches
                .next_if(|found| found.end as usize <= token.start)
                .is_some()
            {}
            let next = self.matches.peek();
            let is_term = next.is_some_and(|found| (found.start as usize) < token.end);
            let is_defined = || {
                self.defined.iter().any(|own| {
                    text.get(own.short.start as usize..own.short.end as usize)
                        == text.get(token.start..token.end)
                })
            };
            if is_term || !self.reader.may_be_term(tokens, at) || is_defined() {
                behind = usize::MAX;
                continue;
            }
            let is_lone = token.kind == Kind::Lone;
            let follows = token.start == behind.wrapping_add(usize::from(!is_lone));
            let opens = if follows {
                self.words.last().is_some_and(|word| word.opens)
            } else {
                tokens.is_in(at.wrapping_sub(1), self.reader.before_nouns())
            };
            let is_edge =
                !tokens.is_lone(at, LONE_EDGES) && !self.reader.begins_in(token, HIRAGANA);
            let is_inner = |at: usize, beside: usize| {
                let is_katakana = |at| self.reader.begins_in(tokens.at(at), KATAKANA);
                is_katakana(at) && is_katakana(beside)
            };
            let is_shouted = self.reader.is_acronym(token);
            let is_acronym = is_shouted && has_small && token.len() <= LONGEST_ACRONYM;
            let place = if token.is_in(lists::ORDINARY | lists::GIVEN_NAMES) {
                NEVER
            } else {
                self.reader.place(tokens, at, opens, has_small, follows)
            };
            self.words.push(Word {
                place,
                opens,
                stem: if is_lone {
                    token.key
                } else {
                    self.reader.stem(token)
                },
                start: token.start,
                end: token.end,
                sentence: index,
                is_lone,
                is_capital: token.is_capital,
                is_acronym,
                is_noun: is_acronym || (!is_shouted && self.reader.may_be_noun(token, at)),
                begins: is_edge && !is_inner(at, at.wrapping_sub(1)),
                ends: is_edge && !is_inner(at, at + 1),
                follows,
            });
            behind = token.end;
        }
    }

    /// The best ones. `sentences` are those that were added.
    fn finish(mut self, sentences: &[Sentence]) -> Vec<Suggestion> {
        order::distinct(&mut self.persons);
        let is_noun_only = self.reader.nouns_have_capitals();
        let groups = groups(&self.words, &self.persons, is_noun_only);
        // Where adjectives stand behind, most places of a noun show it.
        let least = self.reader.puts_noun_first().into();
        best(&self.words, &groups, sentences, least)
    }
}
