//! What the article defines outranks the glossary.
//!
//! An article that says "Committee on Sustainable Rice Cultivation (CSRC)" means that from there on, whatever the glossary knows by "CSRC". So each
//! definition is looked up: the entry that has the long form as a label, or one that has the short form and is plainly about the same. Where there is one, the places of the short form
//! are its matches, also where the glossary does not know that short form. Where there is none, the glossary's entries for the short form are not what is meant, and have no
//! match there: better none than a wrong one. On request the definition is then an entry of the article's own ([`OWN`]), and the other places of the short form are its matches.

use std::ops::Range;

use super::abbreviations::{Abbreviation, MOST};
use super::align::{character_at, class_at, is_capital_at, plain};
use super::forms::{Forms, singular};
use super::phrases::{Phrases, phrases};
use crate::base::letter::lower;
use crate::base::order;
use crate::matcher::{Match, Reason, allow};
use crate::text::blocks::CLOSED;
use crate::text::class::Class;
use crate::text::{decode_utf16, lanes, utf16, words};
use crate::{Entry, Glossary};

/// An abbreviation that the article defines, with the entry that is meant. Places are UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The short form, where it is defined.
    pub short: Range<u32>,
    /// The long form.
    pub long: Range<u32>,
    /// Index of the entry; nothing where the glossary has none. [`OWN`] and above: the article's own.
    pub entry: Option<u32>,
    /// Does the glossary know nothing by the short form, or certainly something else?
    is_free: bool,
}

/// Entries of the article's own count from here: `OWN + n` is what the definition number `n` defines. No glossary is so large.
pub const OWN: u32 = 1 << 31;

/// Of the words of the long form and of a label, this share must agree.
const SIMILAR: f32 = 0.75;
/// Short forms that are looked for in the whole text.
const MOST_SOUGHT: usize = 64;
/// Buckets for what they begin with.
const HEADS: usize = 256;
/// Up to so many code units behind a definition, which are a paragraph, the reader still has it in mind.
const NEAR: u32 = 300;
/// A short form of so many letters that the long form begins with is no short form.
const SAME_WORD: usize = 5;
/// An article before a name has no more letters.
const LONGEST_ARTICLE: usize = 3;
/// What nobody has to be told, though the news often do.
const FAMILIAR: Phrases = phrases!("eu|tv|uk|un|usa|us|");
/// The score of a match that leaves nothing open.
const CERTAIN: u8 = 100;

/// Looks up what the text defines, and changes its matches accordingly. More abbreviations than [`abbreviations`](super::abbreviations::abbreviations) gives (500) are left out. Are definitions that the glossary lacks entries of the article's `own`?
#[must_use]
pub fn define(
    text: &[u16],
    glossary: &Glossary,
    mut abbreviations: Vec<Abbreviation>,
    own: bool,
    matches: &mut Vec<Match>,
) -> Vec<Definition> {
    if abbreviations.is_empty() {
        return Vec::new();
    }
    abbreviations.truncate(MOST);
    let text = Text(text);
    let mut forms = Forms::new();
    let mut same = Vec::new();
    for one in &abbreviations {
        same.push(forms.add(text.at(&one.short)));
    }
    let known = Known { text, forms, same };
    // For each form how many matches there are from its first one on: other places have the same entries.
    let mut left = vec![0; abbreviations.len()];
    let mut more = 0_u32;
    for found in matches.iter().rev() {
        more += 1;
        if let Some(form) = known.form_at(found.start, found.end) {
            left[form] = more;
        }
    }
    let mut all: Vec<Definition> = Vec::new();
    for (abbreviation, number) in abbreviations.into_iter().zip(0..) {
        let is_loose = abbreviation.is_loose;
        let left = left[known.same[all.len()]] as usize;
        let first = matches.get(matches.len() - left);
        let mut found = text.look_up(abbreviation, glossary, matches, first);
        if own && found.entry.is_none() && found.is_free && text.may_be_own(&found, is_loose) {
            // The same once more is no other entry.
            let Range { start, end } = found.short;
            let same = known.in_force(&all, start, end);
            let long = spelling(text.at(&found.long));
            let same = same.filter(|same| spelling(text.at(&same.long)) == long);
            found.entry = same.and_then(|same| same.entry).or(Some(OWN + number));
        }
        all.push(found);
    }
    for mut found in std::mem::take(matches) {
        if let Some(definition) = known.in_force(&all, found.start, found.end) {
            match definition.entry {
                Some(entry) if entry < OWN => mean(&mut found, entry),
                _ if definition.is_free => continue,
                _ => {}
            }
        }
        matches.push(found);
    }
    known.seek(&all, matches);
    all
}

/// A place just behind its definition gets a mark only where the term has no other, as one in a closed `<details>` does.
pub(crate) fn spare(all: &[Definition], matches: &[Match], flags: &mut [u32]) {
    for (found, flags) in matches.iter().zip(flags) {
        let is_near = |one: &Definition| {
            let end = one.short.end.max(one.long.end);
            one.entry == Some(found.entry) && found.start.wrapping_sub(end) < NEAR
        };
        if found.entry >= OWN && all.iter().any(is_near) {
            *flags |= CLOSED;
        }
    }
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

/// The short forms of what is defined.
struct Known<'a> {
    text: Text<'a>,
    forms: Forms<'a>,
    /// For each definition the number of the first one of the same form.
    same: Vec<usize>,
}

impl Known<'_> {
    /// The number of the first definition of the form that is written there.
    fn form_at(&self, start: u32, end: u32) -> Option<usize> {
        self.forms.find(self.text.at(&(start..end)))
    }

    /// The definition that holds for what is written at a place: the last one before it, or the first.
    fn in_force<'d>(&self, all: &'d [Definition], start: u32, end: u32) -> Option<&'d Definition> {
        let form = self.form_at(start, end)?;
        let mut found = None;
        for number in form..all.len() {
            if self.same[number] == form && (found.is_none() || all[number].short.start <= start) {
                found = all.get(number);
            }
        }
        found
    }

    /// Adds the places of short forms that the glossary does not know. The text is gone through once, however many they are.
    fn seek(&self, all: &[Definition], matches: &mut Vec<Match>) {
        let text = self.text;
        let mut sought: Vec<(u32, &[u16])> = Vec::new();
        let mut firsts: Vec<u16> = Vec::new();
        let mut heads = [false; HEADS];
        for one in all {
            let short = singular(text.at(&one.short));
            let head = head(short, 0);
            if one.entry.is_some() && sought.len() < MOST_SOUGHT && !sought.contains(&(head, short))
            {
                sought.push((head, short));
                heads[bucket(head)] = true;
                firsts.extend(short.first().filter(|first| !firsts.contains(first)));
            }
        }
        let mut known = std::mem::take(matches).into_iter().peekable();
        let mut free = 0;
        for start in lanes::places_of(text.0, &firsts) {
            let here = head(text.0, start);
            if !heads[bucket(here)] {
                continue;
            }
            for &(head, short) in &sought {
                if head != here {
                    continue;
                }
                let Some(end) = text.ends_with_form(start, short) else {
                    continue;
                };
                #[allow(clippy::cast_possible_truncation)] // texts are shorter than 4 GiB
                let (start, end) = (start as u32, end as u32);
                while let Some(before) = known.next_if(|known| known.end <= start) {
                    matches.push(before);
                }
                if start >= free
                    && known.peek().is_none_or(|other| other.start >= end)
                    && let Some(Definition {
                        entry: Some(entry), ..
                    }) = self.in_force(all, start, end)
                    // Where the article says what it is, nobody has to be told.
                    && (*entry < OWN || !all.iter().any(|one| one.short.start == start || one.long.contains(&start)))
                    && (is_acronym(short) || !text.is_in_name(start as usize))
                {
                    free = end;
                    matches.push(Match {
                        start,
                        end,
                        entry: *entry,
                        score: CERTAIN,
                        reason: Reason::Defined,
                        ..Match::default()
                    });
                }
            }
        }
        matches.extend(known);
    }
}

#[derive(Clone, Copy)]
struct Text<'a>(&'a [u16]);

impl<'a> Text<'a> {
    fn at(self, range: &Range<u32>) -> &'a [u16] {
        self.0
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default()
    }

    fn look_up(
        self,
        abbreviation: Abbreviation,
        glossary: &Glossary,
        matches: &[Match],
        first: Option<&Match>,
    ) -> Definition {
        let Abbreviation {
            short,
            mut long,
            is_loose,
        } = abbreviation;
        let (mut entry, mut is_free) = (None, true);
        let behind = matches.partition_point(|found| found.end < long.end);
        if let Some(found) = matches.get(behind)
            && found.end == long.end
            && (found.start <= long.start
                || (is_loose && found.end - found.start > short.end - short.start))
        {
            entry = Some(found.entry);
            long.start = found.start;
        } else {
            let mut best = 0.0;
            let wanted = self.at(&long);
            if let Some(found) = first {
                is_free = false;
                for candidate in
                    std::iter::once(found.entry).chain(found.alternatives.iter().copied())
                {
                    let own = glossary.entry(candidate);
                    let similarity = own.and_then(|own| similarity(own, wanted));
                    let Some(similarity) = similarity else {
                        continue;
                    };
                    is_free |= similarity < SIMILAR;
                    if similarity >= SIMILAR && similarity > best {
                        (best, entry) = (similarity, Some(candidate));
                    }
                }
            }
        }
        Definition {
            short,
            long,
            entry,
            is_free,
        }
    }

    /// Is it worth an entry? Acronyms are; a word with one capital where the letters fit, or where the long form has it ("the “Commission”").
    fn may_be_own(self, found: &Definition, is_loose: bool) -> bool {
        let short = self.at(&found.short);
        if short.len() < 2 || FAMILIAR.at(short, 0) == Some(short.len()) {
            return false;
        }
        let long = self.at(&found.long);
        if class_at(short, 0) == Class::Lone || class_at(long, 0) == Class::Lone {
            return true;
        }
        if is_loose {
            return is_capital_at(short, 0) && long.windows(short.len()).any(|part| part == short);
        }
        // "Manifests (MANIFEST)" is the same word again.
        let is_same = short.len() >= SAME_WORD && begins(long, short);
        !is_same
            && !short.contains(&0x20)
            && (is_acronym(short) || is_capital_at(short, 0) && short.len() > 2)
    }

    /// Is what stands at `start` the end of a longer name? The European Commission is not "the Commission".
    fn is_in_name(self, start: usize) -> bool {
        let is_word = |at: usize| class_at(self.0, at) == Class::Word;
        let end = start.saturating_sub(1);
        let mut from = end;
        while from > 0 && is_word(from - 1) {
            from -= 1;
        }
        end - from > LONGEST_ARTICLE
            && self.0.get(end) == Some(&0x20)
            && is_capital_at(self.0, from)
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

/// The same number for two spellings of one name: "Non-Performing Loans" and "nonperforming loan", "centre" and "center". What differs between them are signs, vowels, s, c and z,
/// and doubled letters.
#[inline(never)]
fn spelling(long: &[u16]) -> u32 {
    let (mut key, mut last) = (words::EMPTY, ' ');
    for at in 0..long.len() {
        let c = plain(character_at(long, at));
        let is_open = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 's' | 'c' | 'z');
        if class_at(long, at) != Class::Other && !is_open && c != last {
            key = words::mix(key, c.into());
            last = c;
        }
    }
    key
}

/// Two code units: most places are told from most short forms by them. A short form of one is not sought: it would be in every list of things.
fn head(text: &[u16], at: usize) -> u32 {
    let unit = |at: usize| text.get(at).copied().map_or(0, u32::from);
    unit(at + 1) << 16 | unit(at)
}

#[inline(never)] // which compresses better
fn bucket(head: u32) -> usize {
    (head ^ head >> 13) as usize % HEADS
}

/// Does a text begin with another, in any case?
#[inline(never)]
fn begins(text: &[u16], other: &[u16]) -> bool {
    (0..other.len()).all(|at| lower(character_at(text, at)) == lower(character_at(other, at)))
}

/// Capitals and digits, two or more, or a script without any: no ordinary word.
#[inline(never)]
fn is_acronym(short: &[u16]) -> bool {
    let units = 0..short.len();
    let telling = units.filter(|&at| {
        let is_digit = matches!(short.get(at), Some(0x30..=0x39));
        is_digit || is_capital_at(short, at) || class_at(short, at) == Class::Lone
    });
    telling.count() > 1
}

/// How much the long form and an entry have in common, from 0 to 1. Nothing where they cannot be compared: scripts differ, or the entry has no more than the short form.
fn similarity(entry: &Entry, long: &[u16]) -> Option<f32> {
    let wanted = Stems::new(long);
    let mut best = None;
    for label in entry.labels() {
        let label = utf16(&label.text);
        if spelling(&label) == spelling(long) {
            return Some(1.0);
        }
        let own = Stems::new(&label);
        if (own.is_unspaced || own.keys.len() > 1) && own.is_unspaced == wanted.is_unspaced {
            let similarity =
                2.0 * wanted.shared_with(&own) / count(own.keys.len() + wanted.keys.len());
            best = Some(similarity.max(best.unwrap_or_default()));
        }
    }
    let own = Stems::new(&utf16(&entry.definition));
    if best.is_none() && !own.keys.is_empty() && own.is_unspaced == wanted.is_unspaced {
        best = Some(wanted.shared_with(&own) / count(wanted.keys.len()));
    }
    best
}

/// The distinct stems of a text.
struct Stems {
    keys: Vec<u32>,
    is_unspaced: bool,
}

impl Stems {
    fn new(text: &[u16]) -> Self {
        let mut keys = Vec::new();
        words::stems(text, &mut |key, _| keys.push(key));
        order::distinct(&mut keys);
        let is_unspaced = (0..text.len()).any(|at| class_at(text, at) == Class::Lone);
        Self { keys, is_unspaced }
    }

    fn shared_with(&self, other: &Self) -> f32 {
        count(
            self.keys
                .iter()
                .filter(|key| other.keys.binary_search(key).is_ok())
                .count(),
        )
    }
}

#[allow(clippy::cast_precision_loss)] // words of a label
fn count(number: usize) -> f32 {
    number as f32
}
