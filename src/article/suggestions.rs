//! Terms that the article uses and the glossary lacks, for editors to fill it.
//!
//! A candidate is a run of one to four words without a function word, a number, a date's word or a term of the glossary in it; in scripts without spaces a run of two
//! to six characters that comes three times. A phrase has to come twice, and stands for its parts where they come nowhere else. Its worth is the logarithm of
//! how often it comes, times how long its words are: long words are rarer in the language at large, which is the only measure of that here. Forms of one word
//! count together by a light stemming of our own.
//!
//! Persons are no terms. A name is a person's where the article says so: a title before it ("Mr", "President"), a verb of saying behind it, an age or an office
//! in apposition ("Zou Jun, vice chairman of …").

use super::facts::lexicon::Lexicon;
use super::language::{self, Language};
use super::tokens::{Kind, Token, tokens};
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
/// … and so many at least, also of words that come once, where there are as many.
const FEWEST: usize = 10;

/// The most words of a phrase, and the most characters where words have no spaces between them.
const MOST_WORDS: usize = 4;
const MOST_LONE: usize = 6;
/// A run of characters that comes less often is more likely cut from longer ones.
const FEWEST_LONE: usize = 3;

/// What the length of the words counts for beside 1, up to this many characters.
const LENGTH_WEIGHT: f32 = 3.0;
const LONGEST: usize = 10;
/// What an acronym counts as.
const ACRONYM_LENGTH: usize = 6;
/// A phrase is worth a little less than a word that comes as often.
const PHRASE_FACTOR: f32 = 0.8;

/// Shorter words (characters) are no terms unless they are acronyms.
const SHORTEST: usize = 3;

/// Words that carry no topic in the news, besides function words.
const EMPTY_WORDS: &str = "according ago already back came come copyright first get going good got http including know last later let lot made make \
    news now often own people per put quot really said say says see soon take thing think three time told took toward towards use used via want way well \
    went www year yesterday today com also don didn isn wasn doesn me my him her us what too off i a am laut sagte mehr neue neuen jahr jahre jahren \
    selon année années plus según año años";

/// Characters that no Chinese term begins or ends with.
const LONE_EDGES: &str =
    "的了是在和与與及等也有为為对對将將并並从從于於以不这這其中个個该該上下到被把年月日";

/// Before the name of a person.
const TITLES: &str = "mr mrs ms dr sir president minister chairman chairwoman director professor prof senator sen rep gov governor judge coach chancellor \
    secretary spokesman spokeswoman king queen prince princess pope captain detective sgt lt actor actress singer author analyst attorney mayor economist \
    researcher ceo founder herr frau präsident präsidentin kanzler professorin madame monsieur mme président señor señora presidente ministro ministra ministre";
/// Behind one.
const SAYING: &str = "said says told added stated explained wrote asked argued noted recalled who sagte sagt erklärte dit déclaré dijo afirmó";
/// In apposition to one.
const OFFICES: &str = "chief vice president chairman chairwoman director professor researcher analyst economist founder lawyer attorney spokesman spokeswoman \
    minister manager officer executive author scientist expert partner editor secretary head ceo cfo cto senior member fellow who aged coach chef \
    vorsitzende vorsitzender leiter leiterin directeur directrice présidente director directora";
/// Part of the name of what is no person.
const BODIES: &str = "inc corp corporation bank group university ministry commission bureau institute company co ltd llc party committee council court \
    department association agency times press street city hospital school college center centre international national house the gmbh ag universität \
    ministerium université ministère universidad ministerio";

/// How many tokens of an apposition are looked at.
const APPOSITION: usize = 5;

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
    /// May it begin a phrase, and end one?
    is_edge: bool,
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
    /// What longer phrases that hold it account for.
    covered: usize,
}

struct Lists {
    empty: Vec<Key>,
    titles: Vec<Key>,
    saying: Vec<Key>,
    offices: Vec<Key>,
    bodies: Vec<Key>,
    edges: Vec<Key>,
}

fn has(list: &[Key], key: Key) -> bool {
    list.binary_search(&key).is_ok()
}

/// The terms that the glossary, whose matches are given, lacks; best first.
#[must_use]
pub fn suggestions(
    text: &[u16],
    sentences: &[Sentence],
    matches: &[Match],
    language: Language,
) -> Vec<Suggestion> {
    let mut empty = language::keys(EMPTY_WORDS);
    empty.extend(language::function_words(language));
    order::distinct(&mut empty);
    let mut edges: Vec<Key> = LONE_EDGES
        .chars()
        .map(|c| words::longer(words::EMPTY, c))
        .collect();
    order::distinct(&mut edges);
    let lists = Lists {
        empty,
        titles: language::keys(TITLES),
        saying: language::keys(SAYING),
        offices: language::keys(OFFICES),
        bodies: language::keys(BODIES),
        edges,
    };
    let lexicon = Lexicon::new(language);
    let mut words = Vec::new();
    let mut persons = Vec::new();
    let mut matches = matches.iter().peekable();
    for (index, sentence) in sentences.iter().enumerate() {
        if sentence.flags & UNMARKABLE != 0 {
            continue;
        }
        let tokens = tokens(text, sentence.start as usize, sentence.end as usize);
        add_persons(text, &tokens, &lists, language, &mut persons);
        let mut follows = false;
        for (at, token) in tokens.iter().enumerate() {
            while matches
                .next_if(|found| found.end as usize <= token.start)
                .is_some()
            {}
            let is_term = matches
                .peek()
                .is_some_and(|found| (found.start as usize) < token.end);
            let is_spaced = at > 0 && token.start == tokens[at - 1].end + 1;
            let is_glued = at > 0 && token.start == tokens[at - 1].end;
            let word = if is_term {
                None
            } else {
                word(text, &tokens, at, &lists, &lexicon, language)
            };
            if let Some(mut word) = word {
                word.follows = follows && if word.is_lone { is_glued } else { is_spaced };
                word.sentence = index;
                words.push(word);
                follows = true;
            } else {
                follows = false;
            }
        }
    }
    order::distinct(&mut persons);
    let groups = groups(&words, &persons);
    best(&words, &groups, sentences)
}

/// The token at `at` as part of a term, if it can be one.
fn word(
    text: &[u16],
    tokens: &[Token],
    at: usize,
    lists: &Lists,
    lexicon: &Lexicon,
    language: Language,
) -> Option<Word> {
    let token = &tokens[at];
    let mut word = Word {
        stem: token.key,
        start: token.start,
        end: token.end,
        sentence: 0,
        is_lone: token.kind == Kind::Lone,
        is_capital: token.is_capital,
        is_acronym: false,
        is_edge: true,
        follows: false,
    };
    if word.is_lone {
        word.is_edge = !has(&lists.edges, token.key);
        return Some(word);
    }
    if token.kind != Kind::Word {
        return None;
    }
    let mut letters = Vec::new();
    let mut capitals = 0;
    let mut from = token.start;
    while from < token.end
        && let Some((c, length)) = decode_utf16(text, from)
    {
        letters.push(lower(c));
        capitals += usize::from(is_capital(c));
        from += length;
    }
    word.is_acronym = capitals > 1 && capitals == letters.len();
    // "don't", "we'll"
    let is_cut = tokens.get(at + 1).is_some_and(|next| next.is('\''))
        && tokens.get(at + 2).is_some_and(|rest| {
            rest.len() < 3 && rest.start == token.end + 1 && rest.key != words::key("s")
        });
    let is_empty = has(&lists.empty, token.key)
        || lexicon.word(token).is_some()
        || (letters.len() < SHORTEST && !word.is_acronym)
        || is_cut
        || (at > 1 && tokens[at - 1].is('\'') && letters.len() < SHORTEST);
    if is_empty {
        return None;
    }
    // "(CSRC)" behind its long form: the article defines it.
    let is_defined = word.is_acronym
        && at > 1
        && tokens[at - 1].is('(')
        && tokens.get(at + 1).is_some_and(|next| next.is(')'));
    if is_defined {
        return None;
    }
    let stem = stem(&letters, language);
    word.stem = letters[..stem]
        .iter()
        .fold(words::EMPTY, |key, &c| words::longer(key, c));
    Some(word)
}

/// How many characters of a word its forms have in common, about.
fn stem(word: &[char], language: Language) -> usize {
    let mut length = word.len();
    let ends = |length: usize, suffix: &str, shortest: usize| {
        let count = suffix.chars().count();
        length > count + shortest
            && word[length - count..length]
                .iter()
                .copied()
                .eq(suffix.chars())
    };
    if language.is("de") {
        let suffix = ["en", "er", "es", "e", "n", "s"]
            .into_iter()
            .find(|suffix| ends(length, suffix, 3));
        return length - suffix.map_or(0, str::len);
    }
    if !(ends(length, "ss", 0) || ends(length, "us", 0) || ends(length, "is", 0))
        && ends(length, "s", 2)
    {
        length -= 1;
    }
    for suffix in ["ing", "ed"] {
        if ends(length, suffix, 3) {
            length -= suffix.len();
            let is_double = word[length - 1] == word[length - 2];
            length -= usize::from(is_double);
            break;
        }
    }
    if ends(length, "e", 3) {
        length -= 1;
    }
    // "company", "companies"
    if ends(length, "y", 3) || ends(length, "i", 3) {
        return length - 1;
    }
    let suffix = ["ly", "ion", "ment", "ness"]
        .into_iter()
        .find(|suffix| ends(length, suffix, 3));
    length - suffix.map_or(0, str::len)
}

/// Adds the stems of the words of persons' names.
fn add_persons(
    text: &[u16],
    tokens: &[Token],
    lists: &Lists,
    language: Language,
    persons: &mut Vec<Key>,
) {
    let is_in = |list: &[Key], at: usize| {
        let token = tokens.get(at).filter(|token| token.kind == Kind::Word);
        token.is_some_and(|token| has(list, token.key))
    };
    let is = |at: usize, mark: char| tokens.get(at).is_some_and(|token| token.is(mark));
    let mut at = 0;
    while at < tokens.len() {
        let from = at;
        let mut names = Vec::new();
        // Words with a capital, and initials between them.
        while let Some(token) = tokens.get(at)
            && token.kind == Kind::Word
            && token.is_capital
            && !(has(&lists.empty, token.key) && names.is_empty())
        {
            names.push(at);
            at += 1;
            if is(at, '.') && token.len() == 1 {
                at += 1;
            }
        }
        let end = at;
        at = at.max(from + 1);
        let titles = names
            .iter()
            .take_while(|&&name| is_in(&lists.titles, name))
            .count();
        let own = &names[titles..];
        if own.is_empty() || own.len() > 3 || own.iter().any(|&name| is_in(&lists.bodies, name)) {
            continue;
        }
        // "Mr. Wu": the stop is a token, and the title no neighbour then.
        let before = [1, 2].iter().filter_map(|back| from.checked_sub(*back));
        let has_title = titles > 0
            || before
                .take(1 + usize::from(from > 0 && is(from - 1, '.')))
                .any(|before| is_in(&lists.titles, before));
        let behind = end + usize::from(is(end, ','));
        let is_apposition = is(end, ',')
            && ((behind..behind + APPOSITION)
                .take_while(|&at| !is(at, '.') && !is(at, ','))
                .any(|at| is_in(&lists.offices, at))
                || tokens
                    .get(behind)
                    .is_some_and(|age| age.is_number() && age.len() == 2 && is(behind + 1, ',')));
        let is_person =
            has_title || (own.len() > 1 && (is_apposition || is_in(&lists.saying, behind)));
        if !is_person {
            continue;
        }
        for &name in own {
            let token = &tokens[name];
            let letters: Vec<char> = String::from_utf16_lossy(&text[token.start..token.end])
                .chars()
                .map(lower)
                .collect();
            let stem = stem(&letters, language);
            let key = letters[..stem]
                .iter()
                .fold(words::EMPTY, |key, &c| words::longer(key, c));
            persons.push(key);
        }
    }
}

/// All candidates, those of the most words first.
fn groups(words: &[Word], persons: &[Key]) -> Vec<Group> {
    let mut all: Vec<Group> = Vec::new();
    // Where those of one word more begin.
    let mut longer = 0;
    for length in (1..=MOST_LONE).rev() {
        let mut own = groups_of(words, length, persons);
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
                    if group.count <= phrase.count {
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
fn groups_of(words: &[Word], length: usize, persons: &[Key]) -> Vec<Group> {
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
            .any(|word| word.is_capital && has(persons, word.stem));
        let is_whole = first.is_edge && last.is_edge;
        if is_phrase && is_whole && !is_person && lengths.contains(&length) {
            places.push((key(own), at));
        }
    }
    let places = order::by_key(places, |&(key, _)| key.into());
    let mut groups = Vec::new();
    for same in places.chunk_by(|a, b| a.0 == b.0) {
        let (key, at) = same[0];
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
fn best(words: &[Word], groups: &[Group], sentences: &[Sentence]) -> Vec<Suggestion> {
    let mut found: Vec<(f32, &Group)> = Vec::new();
    for group in groups.iter().filter(|group| group.covered < group.count) {
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
        let (count, length) = (
            group.count as f32,
            length.min(LONGEST) as f32 / LONGEST as f32,
        );
        let factor = if group.length > 1 { PHRASE_FACTOR } else { 1.0 };
        found.push((
            factor * count.ln_1p() * (1.0 + LENGTH_WEIGHT * length),
            group,
        ));
    }
    #[allow(clippy::cast_possible_truncation)] // words of a text of u32 length
    let found = order::by_key(found, |(score, group)| {
        order::pair(order::highest_first(*score), group.at as u32)
    });
    let mut out: Vec<Suggestion> = Vec::new();
    for (score, group) in found {
        let is_enough = out.len() >= FEWEST && group.count == 1;
        if is_enough || out.len() == MOST {
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
