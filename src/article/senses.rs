//! Which of the entries that share a label does the article mean?
//!
//! What speaks for an entry are words of its own that stand near the label: its `context`, its labels, its definition and its category. A word that
//! all of the entries have says nothing, one that a single entry has says most. Also heard: entries that it names as `related` and others of its category, where the article has them; and the
//! words of what *other* open labels nearby may mean ("RNN and CNN": two sorts of neural network). It is Lesk's old idea (1986), with one sense for an article
//! (Gale, Church & Yarowsky 1992) unless the words around one place speak clearly for another. Where what speaks for the first differs too little from what speaks for the second, nothing is
//! decided: the glossary's order stands, and the match says so.
//!
//! Nothing is prepared before a text is read: few of a glossary's labels are shared, and fewer of those stand in one article.
//!
//! ```
//! use glossator::{Engine, Glossary, ReadOptions, Reason, text::{blocks::Blocks, utf16}};
//!
//! let engine = Engine::new(Glossary::from_json(r#"{"entries": [
//!     {"id": "nist", "term": "Computer Security Resource Center", "aliases": ["CSRC"], "definition": "NIST's site for cryptography and software guidelines."},
//!     {"id": "china", "term": "China Securities Regulatory Commission", "aliases": ["CSRC"], "definition": "The regulator of China's stock exchanges and listed companies."}
//! ]}"#)?)?;
//! let text = utf16("The stock fell after the CSRC warned companies in Shanghai.");
//! let reading = engine.read(&text, &Blocks::prose(text.len()), &ReadOptions::default());
//! let found = &reading.matches[0];
//! assert_eq!((found.entry, &found.alternatives[..], found.reason), (1, &[0][..], Reason::Context));
//! # Ok::<(), glossator::Error>(())
//! ```

use std::ops::Range;

use crate::base::order;
use crate::matcher::{Match, Reason};
use crate::text::{utf16, words};
use crate::{Entry, Glossary};

/// Code units around a place that are read: some fifty words on either side …
const AROUND: usize = 320;
/// … and those that are nearest to it.
const NEAR: usize = 160;
/// All that is read around places, in code units: an article has less.
const MOST_READ: usize = 200_000;
/// Labels that are decided; more than that is a page of abbreviations.
const MOST_LABELS: usize = 400;

/// Places that are looked at one by one; the others mean what the article means.
const MOST_PLACES: usize = 400;

/// What a word is worth by where the entry has it.
const CONTEXT: f32 = 2.0;
const LABEL: f32 = 1.5;
const DEFINITION: f32 = 1.0;
const CATEGORY: f32 = 0.7;
/// What a related entry is worth that the article has, and any number of entries of the same category.
const RELATED: f32 = 1.5;
const SAME_CATEGORY: f32 = 0.5;
/// Longer definitions (words) have more words by chance: theirs are worth less.
const PLAIN_DEFINITION: f32 = 12.0;
/// What the first meaning of another open label is worth, and a later one.
const HINT: f32 = 1.0;
const LATER_HINT: f32 = 0.6;
/// So much more must speak for an entry than for the next …
const MARGIN: f32 = 0.15;
/// … and at one place against the rest of the article.
const CONTRADICTION: f32 = 2.0;

/// Words that say nothing about a subject.
const EMPTY: &str = "also and are been but can for from had has have into its may more most not one other our out over per such than that the their them then \
    they this two use used using was were what when which who will with you aus bei das dem den der des die ein eine für ist mit und von zur zum \
    aux avec ces dans est les leur par pour que qui son sur une con del las los para por sus una";

/// Decides between the entries of each match that has alternatives, and puts the one that is meant first.
pub fn choose(text: &[u16], glossary: &Glossary, matches: &mut [Match]) {
    let is_open = |found: &Match| found.reason == Reason::Priority;
    if !matches.iter().any(is_open) {
        return;
    }
    let open: Vec<usize> = (0..matches.len())
        .filter(|&at| is_open(&matches[at]))
        .collect();
    let around = Words::around(text, open.iter().map(|&at| &matches[at]));
    let first = |at: &usize| order::pair(matches[*at].entry, matches[*at].alternatives[0]);
    let open = order::by_key(open, first);
    let labels: Vec<Label> = open
        .chunk_by(|&a, &b| {
            matches[a].entry == matches[b].entry
                && matches[a].alternatives == matches[b].alternatives
        })
        .take(MOST_LABELS)
        .map(|places| Label::new(places, matches, glossary))
        .collect();
    let hints = hints(&labels, glossary);
    let found = Found::new(matches, glossary);
    let mut left = MOST_PLACES;
    for (number, label) in labels.iter().enumerate() {
        let places = label.places.iter().map(|&at| &matches[at]);
        let (mut all, said) = label.evidence(&around.near(places, AROUND));
        label.add_hints(&hints, number, &said, &mut all);
        found.add(label, glossary, &mut all);
        let (of_article, is_clear) = best(&all);
        for &at in &label.places {
            let (mut chosen, mut reason) = (of_article, Reason::Context);
            let mut score = share(&all, of_article);
            if left > 0 {
                left -= 1;
                let near = around.near(std::iter::once(&matches[at]), NEAR);
                let (here, _) = label.evidence(&near);
                let (of_place, _) = best(&here);
                if here[of_place] - here[of_article] >= CONTRADICTION {
                    (chosen, reason) = (of_place, Reason::Place);
                    score = share(&here, of_place);
                }
            }
            if reason == Reason::Context && !is_clear {
                (chosen, reason) = (0, Reason::Priority);
                score = share(&all, 0);
            }
            let own = &mut matches[at];
            own.entry = label.entries[chosen];
            own.alternatives.clone_from(&label.entries);
            own.alternatives.remove(chosen);
            own.reason = reason;
            own.score = score;
        }
    }
}

/// The place of the highest number, the first of equal ones; does it stand out?
fn best(evidence: &[f32]) -> (usize, bool) {
    let mut best = 0;
    for (at, &value) in evidence.iter().enumerate() {
        if value > evidence[best] {
            best = at;
        }
    }
    let others = evidence.iter().enumerate().filter(|&(at, _)| at != best);
    let second = others.fold(0.0, |most: f32, (_, &value)| most.max(value));
    (best, evidence[best] - second >= MARGIN)
}

/// The share of one of some numbers in hundredths, as if each were higher by one.
fn share(evidence: &[f32], of: usize) -> u8 {
    let total: f32 = evidence.iter().map(|value| value + 1.0).sum();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to 100
    let share = (100.0 * (evidence[of] + 1.0) / total) as u8;
    share
}

/// The words around some places: where they end, and their keys.
struct Words(Vec<(u32, u32)>);

impl Words {
    fn around<'a>(text: &[u16], places: impl Iterator<Item = &'a Match>) -> Self {
        let mut words = Vec::new();
        let (mut end, mut left) = (0, MOST_READ);
        for place in places {
            let part = range(place, AROUND);
            let part = part.start.max(end)..part.end.min(text.len());
            if part.is_empty() || part.len() > left {
                continue;
            }
            left -= part.len();
            end = part.end;
            #[allow(clippy::cast_possible_truncation)] // texts are shorter than 4 GiB
            words::stems(&text[part.clone()], |key, at| {
                words.push(((part.start + at) as u32, key));
            });
        }
        Self(words)
    }

    /// Keys and places of those not further than `reach` code units from some places, which come in the order of the text.
    fn near<'a>(&self, places: impl Iterator<Item = &'a Match>, reach: usize) -> Vec<(u32, u32)> {
        let mut near = Vec::new();
        let mut done = 0;
        for place in places {
            let part = range(place, reach);
            let from = self
                .0
                .partition_point(|&(at, _)| (at as usize) < part.start);
            let to = self.0.partition_point(|&(at, _)| (at as usize) <= part.end);
            near.extend(&self.0[from.max(done).min(to)..to]);
            done = to.max(done);
        }
        near
    }
}

fn range(place: &Match, reach: usize) -> Range<usize> {
    (place.start as usize).saturating_sub(reach)..place.end as usize + reach
}

/// A label that several entries share, in this article.
struct Label {
    /// Indices of its matches.
    places: Vec<usize>,
    /// What it may mean, in the glossary's order of preference.
    entries: Vec<u32>,
    /// Words that speak for an entry: the key, the entry's number in the list above, and what it is worth; by key.
    words: Vec<(u32, usize, f32)>,
}

impl Label {
    fn new(places: &[usize], matches: &[Match], glossary: &Glossary) -> Self {
        let mut entries: Vec<u32> = Vec::new();
        if let Some(found) = places.first().and_then(|&at| matches.get(at)) {
            entries.push(found.entry);
            entries.extend(&found.alternatives);
        }
        let mut words = Vec::new();
        for (number, &entry) in entries.iter().enumerate() {
            if let Some(entry) = glossary.entries().get(entry as usize) {
                let own = profile(entry);
                words.extend(own.into_iter().map(|(key, worth)| (key, number, worth)));
            }
        }
        let mut words = order::by_key(words, |&(key, ..)| key.into());
        // What all of them have says nothing.
        #[allow(clippy::cast_precision_loss)] // a handful of entries
        let all = (entries.len() as f32).ln();
        for same in words.chunk_by_mut(|a, b| a.0 == b.0) {
            #[allow(clippy::cast_precision_loss)]
            let rarity = 1.0 - (same.len() as f32).ln() / all;
            for (.., worth) in same {
                *worth *= rarity;
            }
        }
        Self {
            places: places.to_vec(),
            entries,
            words,
        }
    }

    /// The entries that a word speaks for.
    fn speaking(&self, key: u32) -> &[(u32, usize, f32)] {
        let from = self.words.partition_point(|&(own, ..)| own < key);
        let count = self.words[from..]
            .iter()
            .take_while(|&&(own, ..)| own == key)
            .count();
        &self.words[from..from + count]
    }

    /// What the words of a part of the text say for each entry, and the keys of those that say something. A word that comes again says less each time.
    fn evidence(&self, words: &[(u32, u32)]) -> (Vec<f32>, Vec<u32>) {
        let keys = words.iter().map(|word| word.1);
        let mut keys: Vec<u32> = keys.filter(|&key| !self.speaking(key).is_empty()).collect();
        keys = order::by_key(keys, |&key| key.into());
        let mut evidence = vec![0.0; self.entries.len()];
        for same in keys.chunk_by(|a, b| a == b) {
            #[allow(clippy::cast_precision_loss)] // words of an article
            let count = (same.len() as f32 + 1.0).log2();
            for &(_, entry, worth) in self.speaking(same[0]) {
                evidence[entry] += worth * count;
            }
        }
        keys.dedup();
        (evidence, keys)
    }

    /// What the meanings of other open labels say, unless the text itself has said it.
    fn add_hints(
        &self,
        hints: &[(u32, usize, f32)],
        own: usize,
        said: &[u32],
        evidence: &mut [f32],
    ) {
        for same in hints.chunk_by(|a, b| a.0 == b.0) {
            if said.binary_search(&same[0].0).is_ok() {
                continue;
            }
            let others = same.iter().filter(|hint| hint.1 != own);
            let most = others.fold(0.0, |most: f32, hint| most.max(hint.2));
            for &(_, entry, worth) in self.speaking(same[0].0) {
                evidence[entry] += worth * most;
            }
        }
    }
}

/// Words of what each label may mean: the key, the label's number, and what it is worth; by key.
fn hints(labels: &[Label], glossary: &Glossary) -> Vec<(u32, usize, f32)> {
    let mut hints = Vec::new();
    for (number, label) in labels.iter().enumerate() {
        #[allow(clippy::cast_precision_loss)] // a handful of entries
        let open = (label.entries.len() as f32).sqrt();
        for (rank, &entry) in label.entries.iter().enumerate() {
            let worth = if rank == 0 { HINT } else { LATER_HINT };
            let entry = glossary.entries().get(entry as usize);
            for own in entry.into_iter().flat_map(Entry::labels) {
                words::stems(&utf16(&own.text), |key, _| {
                    hints.push((key, number, worth / open))
                });
            }
        }
    }
    order::by_key(hints, |&(key, ..)| key.into())
}

/// The distinct words of an entry with what they are worth.
fn profile(entry: &Entry) -> Vec<(u32, f32)> {
    let mut words: Vec<(u32, f32)> = Vec::new();
    let mut add = |text: &str, worth: f32| {
        words::stems(&utf16(text), |key, _| words.push((key, worth)));
    };
    for word in &entry.context {
        add(word, CONTEXT);
    }
    for label in entry.labels() {
        add(&label.text, LABEL);
    }
    add(&entry.category, CATEGORY);
    #[allow(clippy::cast_precision_loss)] // a definition's words
    let length = entry.definition.split_whitespace().count() as f32;
    add(
        &entry.definition,
        DEFINITION * (PLAIN_DEFINITION / length.max(PLAIN_DEFINITION)).sqrt(),
    );
    let empty = empty();
    let mut words = order::by_key(words, |&(key, worth)| {
        order::pair(key, order::highest_first(worth))
    });
    words.dedup_by_key(|word| word.0);
    words.retain(|(key, _)| empty.binary_search(key).is_err());
    words
}

fn empty() -> Vec<u32> {
    let mut keys = Vec::new();
    words::stems(&utf16(EMPTY), |key, _| keys.push(key));
    order::distinct(&mut keys);
    keys
}

/// The entries that the article has for certain.
struct Found(Vec<u32>);

impl Found {
    fn new(matches: &[Match], glossary: &Glossary) -> Self {
        let certain = |found: &&Match| found.reason != Reason::Priority;
        let mut entries: Vec<u32> = matches
            .iter()
            .filter(certain)
            .map(|found| found.entry)
            .collect();
        order::distinct(&mut entries);
        entries.retain(|&entry| (entry as usize) < glossary.entries().len());
        Self(entries)
    }

    fn add(&self, label: &Label, glossary: &Glossary, evidence: &mut [f32]) {
        for (&own, evidence) in label.entries.iter().zip(evidence) {
            let Some(own) = glossary.entries().get(own as usize) else {
                continue;
            };
            let mut same = 0.0;
            for &other in &self.0 {
                let other = &glossary.entries()[other as usize];
                if own.related.contains(&other.id) || other.related.contains(&own.id) {
                    *evidence += RELATED;
                }
                if !own.category.is_empty() && own.category == other.category {
                    same += 1.0;
                }
            }
            *evidence += SAME_CATEGORY * f32::ln_1p(same);
        }
    }
}
