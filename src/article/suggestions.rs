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

use super::abbreviations::Abbreviation;
use super::facts::lexicon::{COUNT, DAY, MONTH, ORDINAL, PERCENT, SCALE, WEEKDAY};
use super::language::Language;
use super::lists;
use super::tokens::{Kind, Token, Tokens};
use super::vocabulary::Session;
use crate::base::letter::{is_capital, lower};
use crate::base::order;
use crate::matcher::Match;
use crate::text::blocks::UNMARKABLE;
use crate::text::decode_utf16;
use crate::text::sentences::Sentence;
use crate::text::words::{self, Key};

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

/// At most so many are made …
const MOST: usize = 20;
/// … and so many at least, also of words that come once or look like verbs, where there are as many.
const FEWEST: usize = 10;

/// The most words of a phrase, and the most characters where words have no spaces between them.
const MOST_WORDS: usize = 5;
const MOST_LONE: usize = 6;
/// A run of characters that comes less often is more likely cut from longer ones.
const FEWEST_LONE: usize = 3;

/// What the length of the words counts for beside 1, up to this many characters.
const LENGTH_WEIGHT: f32 = 6.0;
const LONGEST: usize = 12;
/// What an acronym counts as.
const ACRONYM_LENGTH: usize = 6;
/// Longer words in capitals are shouted.
const LONGEST_ACRONYM: usize = 6;
/// What stands where nouns do is worth so much more.
const NOUN_FACTOR: f32 = 1.1;
/// So much less often than never a word stands where nouns do that is no term alone.
const NEVER: i32 = -1_000_000;
/// A phrase is worth a little less than a word that comes as often …
const PHRASE_FACTOR: f32 = 0.7;
/// … and a little more where more than one word in so many is in a phrase that comes again: the terms of such a text, as of most papers, have several words.
const DENSE: usize = 5;
const DENSE_FACTOR: f32 = 1.4;

/// Shorter words (characters) are no terms unless they are acronyms.
const SHORTEST: usize = 3;

/// Scripts with small letters and capitals stand below: Latin, Greek, Cyrillic, Armenian; and in a range of their own the letters of Vietnamese.
const UNCASED: u16 = 0x590;
const VIETNAMESE: std::ops::Range<u16> = 0x1E00..0x2000;

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

/// A candidate: all places of the same words.
struct Group {
    key: Key,
    /// The first word of its first place.
    at: usize,
    length: usize,
    count: usize,
    /// The sum of the places of its last word.
    place: i32,
    /// What longer phrases that hold it account for.
    covered: usize,
}

/// What is known while a text is read.
pub(super) struct Reader<'a> {
    text: &'a [u16],
    language: Language,
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
    fn is_acronym(&self, token: &Token) -> bool {
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
    fn may_be_term(&self, tokens: &Tokens, at: usize) -> bool {
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
    fn before_nouns(&self) -> u64 {
        if self.puts_noun_first() {
            self.language.function_words()
        } else {
            lists::ARTICLES | lists::PREPOSITIONS
        }
    }

    fn puts_noun_first(&self) -> bool {
        self.language.is_any("fr es it pt")
    }

    /// Where a word stands that does not say what it is: a noun ends a run of words behind an article or a preposition, or begins it where adjectives come behind; a verb stands
    /// behind "to" or "they", and before its object.
    fn place(
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
    fn begins_in(&self, token: &Token, range: std::ops::Range<u16>) -> bool {
        self.text
            .get(token.start)
            .is_some_and(|unit| range.contains(unit))
    }

    /// In German they do. Of a language whose small words are not known, names are all that can be told from them.
    fn nouns_have_capitals(&self) -> bool {
        self.language.is("de") || !self.language.is_known()
    }

    /// Does it look like a noun? Not what ends as verbs and adverbs do ("reported", "widely"), and where nouns have capitals only what has one that the beginning of
    /// a sentence does not explain.
    fn may_be_noun(&self, token: &Token, at: usize) -> bool {
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

/// All candidates, those of the most words first.
fn groups(words: &[Word], persons: &[Key], is_noun_only: bool) -> Vec<Group> {
    let mut all: Vec<Group> = Vec::new();
    // Where those of one word more begin.
    let mut longer = 0;
    for length in (1..=MOST_LONE).rev() {
        let mut own = groups_of(words, length, persons, is_noun_only);
        let parts = if length == 1 { 0 } else { longer };
        for phrase in &all[parts..] {
            let is_alone = phrase.covered < phrase.count;
            for from in 0..=phrase.length - length {
                let part = key(&words[phrase.at + from..][..length]);
                let Ok(at) = own.binary_search_by_key(&part, |group| group.key) else {
                    continue;
                };
                let group = &mut own[at];
                if length > 1 {
                    // What comes nowhere but in a longer one is no candidate.
                    let is_lone = words[phrase.at].is_lone;
                    if group.count <= phrase.count + usize::from(is_lone) {
                        group.covered = group.count;
                    }
                } else if is_alone {
                    group.covered += phrase.count;
                }
            }
        }
        longer = all.len();
        all.extend(own);
    }
    all
}

/// The candidates of one length, in the order of their keys.
fn groups_of(words: &[Word], length: usize, persons: &[Key], is_noun_only: bool) -> Vec<Group> {
    let mut places: Vec<(Key, usize)> = Vec::new();
    for (own, at) in words.windows(length).zip(0..) {
        let (first, last) = (&own[0], &own[length - 1]);
        let is_phrase = own[1..]
            .iter()
            .all(|word| word.follows && word.is_lone == first.is_lone);
        let lengths = if first.is_lone {
            2..=MOST_LONE
        } else {
            1..=MOST_WORDS
        };
        let is_person = own
            .iter()
            .any(|word| word.is_capital && persons.binary_search(&word.stem).is_ok());
        // Where nouns show, others are no terms.
        let is_whole = first.begins && last.ends && (last.is_noun || !is_noun_only);
        if is_phrase && is_whole && !is_person && lengths.contains(&length) {
            places.push((key(own), at));
        }
    }
    let places = order::by_key(places, |&(key, _)| key.into());
    let mut groups = Vec::new();
    for same in places.chunk_by(|a, b| a.0 == b.0) {
        let (key, first) = same[0];
        // The first place that looks like a term shows it.
        let mut places = same.iter().map(|&(_, at)| at);
        let at = if length > 1 {
            first
        } else {
            places
                .find(|&at| words[at].is_noun && !words[at].is_acronym)
                .unwrap_or(first)
        };
        let fewest = match length {
            1 => 1,
            _ if words[at].is_lone => FEWEST_LONE,
            _ => 2,
        };
        if same.len() >= fewest {
            groups.push(Group {
                key,
                at,
                length,
                count: same.len(),
                place: same
                    .iter()
                    .map(|&(_, at)| words[at + length - 1].place)
                    .sum(),
                covered: 0,
            });
        }
    }
    groups
}

fn key(words: &[Word]) -> Key {
    words
        .iter()
        .fold(words::EMPTY, |key, word| words::mix(key, word.stem))
}

/// The best candidates.
///
/// A word has to stand like a noun so many times more than like a verb, `least`.
fn best(words: &[Word], groups: &[Group], sentences: &[Sentence], least: i32) -> Vec<Suggestion> {
    let mut found: Vec<(f32, &Group)> = Vec::new();
    let groups = || groups.iter().filter(|group| group.covered < group.count);
    let is_phrase = |group: &&Group| group.length > 1 && !words[group.at].is_lone;
    let phrases = groups().filter(is_phrase);
    let in_phrases: usize = phrases.map(|group| group.length * group.count).sum();
    let phrase_factor = if in_phrases * DENSE > words.len() {
        DENSE_FACTOR
    } else {
        PHRASE_FACTOR
    };
    for group in groups() {
        let own = &words[group.at..group.at + group.length];
        let mut length: usize = own.iter().map(|word| word.end - word.start).sum();
        length /= group.length;
        if own[0].is_acronym && group.length == 1 {
            length = ACRONYM_LENGTH;
        } else if own[0].is_lone {
            length = LONGEST;
        }
        // Counts and lengths of words.
        #[allow(clippy::cast_precision_loss)]
        let length = length.min(LONGEST) as f32 / LONGEST as f32;
        #[allow(clippy::cast_precision_loss)]
        let mut factor = (group.count as f32).sqrt();
        if group.length > 1 {
            let is_lone = own[0].is_lone;
            factor *= if is_lone {
                PHRASE_FACTOR
            } else {
                phrase_factor
            };
        }
        if group.place > 0 {
            factor *= NOUN_FACTOR;
        }
        found.push((factor * (1.0 + LENGTH_WEIGHT * length), group));
    }
    #[allow(clippy::cast_possible_truncation)] // words of a text of u32 length
    let found = order::by_key(found, |(score, group)| {
        order::pair(order::highest_first(*score), group.at as u32)
    });
    let mut out: Vec<Suggestion> = Vec::new();
    for (score, group) in found {
        let word = &words[group.at];
        let is_sure = word.is_acronym || word.is_lone || group.length > 1;
        // "-ed" and "-ly" are seldom those of a noun.
        let least = if word.is_noun { least } else { 2 };
        let is_filled = group.count == 1 && !word.is_acronym && out.len() >= FEWEST;
        if !(is_sure || group.place >= least) || is_filled || out.len() == MOST {
            continue;
        }
        let (first, last) = (&words[group.at], &words[group.at + group.length - 1]);
        #[allow(clippy::cast_possible_truncation)] // offsets of a sentence are u32
        out.push(Suggestion {
            start: first.start as u32,
            end: last.end as u32,
            count: group.count as u32,
            score,
            sentence: sentences[first.sentence],
        });
    }
    out
}
