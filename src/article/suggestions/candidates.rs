//! Candidates: runs of words that come again, which of them stand for others, and what each is worth.

use super::{Suggestion, Word};
use crate::base::order;
use crate::text::sentences::Sentence;
use crate::text::words::{self, Key};

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
/// What stands where nouns do is worth so much more.
const NOUN_FACTOR: f32 = 1.1;
/// A phrase is worth a little less than a word that comes as often …
const PHRASE_FACTOR: f32 = 0.7;
/// … and a little more where more than one word in so many is in a phrase that comes again: the terms of such a text, as of most papers, have several words.
const DENSE: usize = 5;
const DENSE_FACTOR: f32 = 1.4;

/// A candidate: all places of the same words.
pub(super) struct Group {
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

/// All candidates, those of the most words first.
pub(super) fn groups(words: &[Word], persons: &[Key], is_noun_only: bool) -> Vec<Group> {
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
pub(super) fn best(
    words: &[Word],
    groups: &[Group],
    sentences: &[Sentence],
    least: i32,
) -> Vec<Suggestion> {
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
