//! What the article defines outranks the glossary.
//!
//! An article that says "Committee on Sustainable Rice Cultivation (CSRC)" means that from there on, whatever the glossary knows by "CSRC". So each
//! definition is looked up: the entry that has the long form as a label, or one that has the short form and is plainly about the same. Where there is one, the places of the short form
//! are its matches, also where the glossary does not know that short form. Where there is none, the glossary's entries for the short form are not what is meant, and have no
//! match there: better none than a wrong one.

use std::ops::Range;

use super::abbreviations::Abbreviation;
use crate::base::order;
use crate::matcher::{Match, Reason, allow};
use crate::text::class::Class;
use crate::text::{decode_utf16, utf16, words};
use crate::{Entry, Glossary};

/// An abbreviation that the article defines, with the entry that is meant. Places are UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The short form, where it is defined.
    pub short: Range<u32>,
    /// The long form.
    pub long: Range<u32>,
    /// Index of the entry; nothing where the glossary has none.
    pub entry: Option<u32>,
}

/// Of the words of the long form and of a label, this share must agree.
const SIMILAR: f32 = 0.75;
/// Short forms that are looked for in the whole text.
const MOST_SOUGHT: usize = 32;
/// The score of a match that leaves nothing open.
const CERTAIN: u8 = 100;

/// Looks up what the text defines, and changes its matches accordingly.
#[must_use]
pub fn define(
    text: &[u16],
    glossary: &Glossary,
    abbreviations: Vec<Abbreviation>,
    matches: &mut Vec<Match>,
) -> Vec<Definition> {
    if abbreviations.is_empty() {
        return Vec::new();
    }
    let text = Text(text);
    let mut all = Vec::new();
    let mut knowledge = Vec::new();
    for abbreviation in abbreviations {
        let (definition, is_known) = text.look_up(abbreviation, glossary, matches);
        all.push(definition);
        knowledge.push(is_known);
    }
    let places: Vec<Option<usize>> = matches
        .iter()
        .map(|found| {
            let surface = text.at(found.start..found.end);
            text.in_force(&all, surface, found.start)
        })
        .collect();
    let mut kept = Vec::new();
    for (mut found, place) in std::mem::take(matches).into_iter().zip(places) {
        if let Some(place) = place {
            match all[place].entry {
                Some(entry) => mean(&mut found, entry),
                None if knowledge[place] == Knowledge::Other => continue,
                None => {}
            }
        }
        kept.push(found);
    }
    text.seek(&all, &mut kept);
    *matches = order::by_key(kept, |found| found.start.into());
    all
}

/// Makes an entry the one that is meant.
fn mean(found: &mut Match, entry: u32) {
    if found.entry != entry {
        found.alternatives.retain(|&other| other != entry);
        found.alternatives.insert(0, found.entry);
        found.entry = entry;
    }
    found.score = CERTAIN;
    found.reason = Reason::Defined;
}

/// What an entry with the short form has to do with the long form.
#[derive(Clone, Copy, PartialEq)]
enum Knowledge {
    /// It is about the same.
    Same,
    /// It is about something else.
    Other,
    /// They cannot be compared: scripts differ, or nothing but the short form is known.
    Unknown,
}

#[derive(Clone, Copy)]
struct Text<'a>(&'a [u16]);

impl<'a> Text<'a> {
    fn at(self, range: Range<u32>) -> &'a [u16] {
        self.0
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default()
    }

    /// The definition, and whether the entries that have its short form may be about the same.
    fn look_up(
        self,
        abbreviation: Abbreviation,
        glossary: &Glossary,
        matches: &[Match],
    ) -> (Definition, Knowledge) {
        let Abbreviation {
            short,
            mut long,
            is_loose,
        } = abbreviation;
        let behind = matches.partition_point(|found| found.end < long.end);
        let label = matches.get(behind).filter(|found| found.end == long.end);
        let mut entry = None;
        let mut knowledge = Knowledge::Unknown;
        if let Some(found) = label
            && (found.start <= long.start || is_loose)
        {
            entry = Some(found.entry);
            long.start = found.start;
        } else {
            let mut best = 0.0;
            let surface = self.at(short.clone());
            let same = matches
                .iter()
                .filter(|found| is_form(self.at(found.start..found.end), surface));
            for &candidate in
                same.flat_map(|found| std::iter::once(&found.entry).chain(&found.alternatives))
            {
                let Some(own) = glossary.entries().get(candidate as usize) else {
                    continue;
                };
                let (similarity, what) = compare(own, self.at(long.clone()));
                if what == Knowledge::Same && similarity > best {
                    (best, entry) = (similarity, Some(candidate));
                }
                if what == Knowledge::Other {
                    knowledge = what;
                }
            }
        }
        (Definition { short, long, entry }, knowledge)
    }

    /// The definition that holds for a short form at a place: the last one before it, or the first.
    fn in_force(self, all: &[Definition], surface: &[u16], at: u32) -> Option<usize> {
        let own = |&number: &usize| is_form(surface, self.at(all[number].short.clone()));
        let mut found = (0..all.len()).filter(own);
        let first = found.next()?;
        Some(
            found
                .take_while(|&number| all[number].short.start <= at)
                .last()
                .unwrap_or(first),
        )
    }

    /// Adds the places of short forms that the glossary does not know.
    fn seek(self, all: &[Definition], matches: &mut Vec<Match>) {
        let known = matches.len();
        let defined = all
            .iter()
            .enumerate()
            .filter(|(_, one)| one.entry.is_some());
        for (number, definition) in defined.take(MOST_SOUGHT) {
            let short = self.at(definition.short.clone());
            if (0..number).any(|other| self.at(all[other].short.clone()) == short) {
                continue;
            }
            let Some(first) = short.first() else { continue };
            let mut from = 0;
            while let Some(found) = self.0[from..].iter().position(|unit| unit == first) {
                let start = from + found;
                from = start + 1;
                let Some(end) = self.ends_with_form(start, short) else {
                    continue;
                };
                from = end;
                #[allow(clippy::cast_possible_truncation)] // texts are shorter than 4 GiB
                let (start, end) = (start as u32, end as u32);
                let behind = matches[..known].partition_point(|other| other.end <= start);
                let is_free = matches[..known]
                    .get(behind)
                    .is_none_or(|other| other.start >= end)
                    && matches[known..]
                        .iter()
                        .all(|other| other.end <= start || other.start >= end);
                if is_free
                    && let Some(place) = self.in_force(all, short, start)
                    && let Some(entry) = all[place].entry
                {
                    matches.push(Match {
                        start,
                        end,
                        entry,
                        alternatives: Vec::new(),
                        score: CERTAIN,
                        reason: Reason::Defined,
                    });
                }
            }
        }
    }

    /// Where the short form (or its plural) ends that stands at `start` as a whole word.
    fn ends_with_form(self, start: usize, short: &[u16]) -> Option<usize> {
        let mut end = start + short.len();
        if self.0.get(start..end)? != short {
            return None;
        }
        let c = |at: usize| decode_utf16(self.0, at).map(|(c, _)| c);
        let before = start.checked_sub(1).and_then(c);
        if c(end) == Some('s') && Class::boundary(Some('s'), c(end + 1)) {
            end += 1;
        }
        let is_word = Class::boundary(before, c(start)) && Class::boundary(c(end - 1), c(end));
        (is_word && allow(self.0, start, end)).then_some(end)
    }
}

/// Is it the short form, or one of the two the plural of the other?
fn is_form(surface: &[u16], short: &[u16]) -> bool {
    let plural = |more: &[u16], less: &[u16]| matches!(more.split_last(), Some((0x73, rest)) if rest == less);
    surface == short || plural(surface, short) || plural(short, surface)
}

fn stems(text: &[u16]) -> Vec<u32> {
    let mut keys = Vec::new();
    words::stems(text, |key, _| keys.push(key));
    order::distinct(&mut keys);
    keys
}

/// Is the entry about the long form? The higher the number, the more alike they are.
fn compare(entry: &Entry, long: &[u16]) -> (f32, Knowledge) {
    let wanted = stems(long);
    let is_unspaced = has_lone(long);
    let mut best = None;
    for label in entry
        .labels()
        .filter(|label| label.text.contains(' ') || is_unspaced)
    {
        let label = utf16(&label.text);
        if has_lone(&label) == is_unspaced {
            let own = stems(&label);
            let similarity = 2.0 * shared(&own, &wanted) / count(own.len() + wanted.len());
            best = Some(similarity.max(best.unwrap_or_default()));
        }
    }
    let definition = utf16(&entry.definition);
    if best.is_none() && !definition.is_empty() && has_lone(&definition) == is_unspaced {
        best = Some(shared(&stems(&definition), &wanted) / count(wanted.len()));
    }
    match best {
        None => (0.0, Knowledge::Unknown),
        Some(similarity) if similarity >= SIMILAR => (similarity, Knowledge::Same),
        Some(similarity) => (similarity, Knowledge::Other),
    }
}

fn shared(own: &[u32], wanted: &[u32]) -> f32 {
    count(
        wanted
            .iter()
            .filter(|key| own.binary_search(key).is_ok())
            .count(),
    )
}

#[allow(clippy::cast_precision_loss)] // words of a label
fn count(number: usize) -> f32 {
    number as f32
}

fn has_lone(text: &[u16]) -> bool {
    let is_lone =
        |&unit: &u16| char::from_u32(u32::from(unit)).is_some_and(|c| Class::of(c) == Class::Lone);
    text.iter().any(is_lone)
}
