//! Which of the entries that share a label does the article mean?
//!
//! What speaks for an entry are words of its own that stand near the label: its `context`, its labels, its definition and its category. A word that
//! all of the entries have says nothing, one that a single entry has says most. Also heard: entries that it names as `related` and others of its category, where the article has them; and the
//! words of what *other* open labels nearby may mean ("RNN and CNN": two sorts of neural network). It is Lesk's old idea (1986), with one sense for an article
//! (Gale, Church & Yarowsky 1992) unless the words around one place speak clearly for another. Where what speaks for the first differs too little from what speaks for the second, nothing is
//! decided: among those that are so close the glossary's order stands, and the match says so.
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

use crate::Glossary;
use crate::base::log::ln_1p;
use crate::base::order;
use crate::matcher::{Match, Reason};
use crate::text::{utf16, words};

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
/// Letters of a word, about, with the space behind it.
const LETTERS: usize = 6;
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
    let mut labels = labels(glossary, matches);
    if labels.is_empty() {
        return;
    }
    let around = Words::around(text, matches);
    let hints = hints(glossary, &labels);
    let certain = certain(glossary, matches);
    let mut left = MOST_PLACES;
    for (number, label) in labels.iter_mut().enumerate() {
        label.hear(&around.near(matches, &label.places, AROUND));
        for hint in hints.iter().filter(|hint| hint.number != number) {
            for word in label.speaking(hint.key) {
                word.hint = word.hint.max(hint.worth);
            }
        }
        let mut all = label.evidence();
        label.add_found(glossary, &certain, &mut all);
        let (of_article, is_clear) = best(&all);
        let of_all = if is_clear {
            Reason::Context
        } else {
            Reason::Priority
        };
        for place in 0..label.places.len() {
            let at = label.places[place];
            let (mut chosen, mut reason) = (of_article, of_all);
            let mut score = share(&all, chosen);
            if left > 0 {
                left -= 1;
                label.hear(&around.near(matches, &[at], NEAR));
                let here = label.evidence();
                let (of_place, _) = best(&here);
                if here[of_place] - here[of_article] >= CONTRADICTION {
                    (chosen, reason) = (of_place, Reason::Place);
                    score = share(&here, of_place);
                }
            }
            let own = &mut matches[at];
            own.alternatives.clone_from(&label.entries);
            own.entry = own.alternatives.remove(chosen);
            own.reason = reason;
            own.score = score;
        }
    }
}

/// The first of those for which most speaks, or nearly as much: is it the only one?
fn best(evidence: &[f32]) -> (usize, bool) {
    let highest = evidence.iter().copied().fold(0.0, f32::max);
    let (mut first, mut close) = (0, 0);
    for (at, value) in evidence.iter().enumerate().rev() {
        if highest - value < MARGIN {
            first = at;
            close += 1;
        }
    }
    (first, close == 1)
}

/// The share of one of some numbers in hundredths, as if each were higher by one.
fn share(evidence: &[f32], of: usize) -> u8 {
    let total: f32 = evidence.iter().map(|value| value + 1.0).sum();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to 100
    let share = (100.0 * (evidence[of] + 1.0) / total) as u8;
    share
}

/// The words around the matches that are to be decided: their places and their keys.
struct Words(Vec<(u32, u32)>);

impl Words {
    fn around(text: &[u16], matches: &[Match]) -> Self {
        let mut words = Vec::new();
        let (mut done, mut left) = (0, MOST_READ);
        for place in matches.iter().filter(|found| is_open(found)) {
            let (start, end) = reach(place, AROUND);
            let (start, end) = (start.max(done), end.min(text.len()));
            let Some(part) = text.get(start..end).filter(|part| part.len() <= left) else {
                continue;
            };
            left -= part.len();
            done = end;
            #[allow(clippy::cast_possible_truncation)] // texts are shorter than 4 GiB
            words::stems(part, &mut |key, at| words.push(((start + at) as u32, key)));
        }
        Self(words)
    }

    /// The keys of those that are not further than `far` code units from some matches, which come in the order of the text.
    fn near(&self, matches: &[Match], places: &[usize], far: usize) -> Vec<u32> {
        let mut near = Vec::new();
        let mut done = 0;
        for &place in places {
            let (start, end) = reach(&matches[place], far);
            let from = self.0.partition_point(|&(at, _)| (at as usize) < start);
            for &(at, key) in self.0.get(from.max(done)..).unwrap_or_default() {
                if at as usize > end {
                    break;
                }
                near.push(key);
                done = from.max(done) + 1;
            }
        }
        near
    }
}

/// From where to where it is `far` code units around a match.
fn reach(place: &Match, far: usize) -> (usize, usize) {
    let start = (place.start as usize).saturating_sub(far);
    (start, place.end as usize + far)
}

fn is_open(found: &Match) -> bool {
    found.reason == Reason::Priority
}

/// A word that speaks for an entry.
struct Word {
    key: u32,
    /// Of the entry among the label's entries; in a hint, of the label.
    number: usize,
    worth: f32,
    /// How often the article has it near the label.
    count: u32,
    /// What other labels say of it.
    hint: f32,
}

/// A label that several entries share, in this article.
struct Label {
    /// Indices of its matches.
    places: Vec<usize>,
    /// What it may mean, in the glossary's order of preference.
    entries: Vec<u32>,
    /// By key.
    words: Vec<Word>,
}

fn labels(glossary: &Glossary, matches: &[Match]) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    if !matches.iter().any(is_open) {
        return labels;
    }
    let mut empty = Vec::new();
    words::stems(&utf16(EMPTY), &mut |key, _| empty.push(key));
    order::distinct(&mut empty);
    for (at, found) in matches
        .iter()
        .enumerate()
        .filter(|(_, found)| is_open(found))
    {
        let same = |label: &&mut Label| {
            label.entries[0] == found.entry && label.entries[1..] == found.alternatives
        };
        if let Some(label) = labels.iter_mut().find(same) {
            label.places.push(at);
        } else if labels.len() < MOST_LABELS {
            let mut entries = found.alternatives.clone();
            entries.insert(0, found.entry);
            labels.push(Label {
                places: vec![at],
                words: distinctive(glossary, &entries, &empty),
                entries,
            });
        }
    }
    labels
}

/// The words of some entries but the `empty` ones, worth the less the more of them have them: what all have says nothing.
#[allow(clippy::cast_precision_loss)] // a handful of entries
fn distinctive(glossary: &Glossary, entries: &[u32], empty: &[u32]) -> Vec<Word> {
    let mut words = Vec::new();
    for (number, &entry) in entries.iter().enumerate() {
        let Some(entry) = glossary.entry(entry) else {
            continue;
        };
        for word in &entry.context {
            add(&mut words, word, number, CONTEXT);
        }
        for label in entry.labels() {
            add(&mut words, &label.text, number, LABEL);
        }
        add(&mut words, &entry.category, number, CATEGORY);
        let length = (entry.definition.len() / LETTERS) as f32;
        let worth = DEFINITION * (PLAIN_DEFINITION / length.max(PLAIN_DEFINITION)).sqrt();
        add(&mut words, &entry.definition, number, worth);
    }
    let mut words = order::by_key(words, |word| order::pair(word.key, word.number as u32));
    let all = ln_1p(entries.len() as u32) - ln_1p(1);
    for same in words.chunk_by_mut(|a, b| a.key == b.key) {
        // Each counts once for an entry, as what it is worth most.
        let mut having = 1;
        for at in 1..same.len() {
            if same[at].number == same[at - 1].number {
                same[at].worth = same[at].worth.max(same[at - 1].worth);
                same[at - 1].worth = 0.0;
            } else {
                having += 1;
            }
        }
        let rarity = 1.0 - (ln_1p(having) - ln_1p(1)) / all;
        let rarity = if empty.binary_search(&same[0].key).is_ok() {
            0.0
        } else {
            rarity
        };
        for word in same {
            word.worth *= rarity;
        }
    }
    words
}

fn add(words: &mut Vec<Word>, text: &str, number: usize, worth: f32) {
    words::stems(&utf16(text), &mut |key, _| {
        words.push(Word {
            key,
            number,
            worth,
            count: 0,
            hint: 0.0,
        });
    });
}

/// Words of what each label may mean.
#[allow(clippy::cast_precision_loss)] // a handful of entries
fn hints(glossary: &Glossary, labels: &[Label]) -> Vec<Word> {
    let mut hints = Vec::new();
    for (number, label) in labels.iter().enumerate() {
        let mut worth = HINT / (label.entries.len() as f32).sqrt();
        for &entry in &label.entries {
            if let Some(entry) = glossary.entry(entry) {
                for own in entry.labels() {
                    add(&mut hints, &own.text, number, worth);
                }
            }
            worth = LATER_HINT / (label.entries.len() as f32).sqrt();
        }
    }
    hints
}

impl Label {
    /// The words of its entries that are this one.
    fn speaking(&mut self, key: u32) -> &mut [Word] {
        let from = self.words.partition_point(|word| word.key < key);
        let to = self.words.partition_point(|word| word.key <= key);
        &mut self.words[from..to]
    }

    /// Counts the words of a part of the text.
    fn hear(&mut self, keys: &[u32]) {
        for word in &mut self.words {
            (word.count, word.hint) = (0, 0.0);
        }
        for &key in keys {
            for word in self.speaking(key) {
                word.count += 1;
            }
        }
    }

    /// What was heard says for each entry. A word that comes again says less each time; a hint only counts where the text itself has not the word.
    #[allow(clippy::cast_precision_loss)] // words of an article
    fn evidence(&self) -> Vec<f32> {
        let mut evidence = vec![0.0; self.entries.len()];
        for word in &self.words {
            // Most words were not heard.
            if word.count == 0 {
                evidence[word.number] += word.worth * word.hint;
                continue;
            }
            let heard = ln_1p(word.count) / ln_1p(1);
            evidence[word.number] += word.worth * heard.max(word.hint);
        }
        evidence
    }

    /// What entries say that the article has for certain.
    fn add_found(&self, glossary: &Glossary, certain: &[u32], evidence: &mut [f32]) {
        for (own, evidence) in self.entries.iter().zip(evidence) {
            let Some(own) = glossary.entry(*own) else {
                continue;
            };
            let mut same = 0;
            for other in certain.iter().filter_map(|&other| glossary.entry(other)) {
                if own.related.contains(&other.id) || other.related.contains(&own.id) {
                    *evidence += RELATED;
                }
                if !own.category.is_empty() && own.category == other.category {
                    same += 1;
                }
            }
            *evidence += SAME_CATEGORY * ln_1p(same);
        }
    }
}

/// The entries that the article has for certain, or the first of them.
fn certain(glossary: &Glossary, matches: &[Match]) -> Vec<u32> {
    let mut certain: Vec<u32> = Vec::new();
    let mut seen = vec![0_u32; glossary.entries().len()];
    for found in matches {
        // Entries of the article's own have no number here, and nothing to say.
        if !is_open(found)
            && certain.len() < MOST_LABELS
            && let Some(seen @ 0) = seen.get_mut(found.entry as usize)
        {
            *seen = 1;
            certain.push(found.entry);
        }
    }
    certain
}
