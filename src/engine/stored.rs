//! An engine as bytes, and back: compiling a glossary of 100,000 entries takes half a second, restoring it some milliseconds.
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 | `GLSM` |
//! | 4 | [`FORMAT`] |
//! | 8 | the checksum of all that follows |
//! | | the matcher: [`stored`](crate::matcher::stored) |
//! | | where the record of each entry ends, 4 bytes each; the records; the entries in the order of their ids, 4 bytes each |
//!
//! The entries stay records until a text names them: few do. A record has what telling senses apart needs: id, category, definition, then the lists of labels, related ids and context
//! words. So an engine that was restored reads like the one that was stored, but its [`glossary`](Engine::glossary) is empty.
//!
//! Bytes of another format, cut short or changed are refused with an error; they have to be made anew from the glossary. What the format cannot know is whether the code
//! that compiles has changed meanwhile: who stores the bytes keeps with them which build made them.
//!
//! ```
//! use glossator::{Engine, Glossary, ReadOptions, text::{blocks::Blocks, utf16}};
//!
//! let engine = Engine::new(Glossary::from_json(r#"{"entries": [
//!     {"id": "ledger", "term": "blockchain", "definition": "A shared ledger."}
//! ]}"#)?)?;
//! let bytes = engine.to_stored();
//! let restored = Engine::from_stored(bytes.clone())?;
//! let text = utf16("Blockchains are lists.");
//! let read = |engine: &Engine| engine.read(&text, &Blocks::prose(text.len()), &ReadOptions::default()).matches;
//! assert_eq!(read(&restored), read(&engine));
//! assert_eq!(restored.index_of("ledger"), Some(0));
//! assert!(Engine::from_stored(bytes[1..].to_vec()).is_err());
//! # Ok::<(), glossator::Error>(())
//! ```

use std::sync::Arc;

use crate::base::bytes::{Reader, Section, Writer, record};
use crate::base::order;
use crate::error::Kind;
use crate::glossary::{Entry, Label};
use crate::matcher::stored as matcher;
use crate::{Engine, Error, Glossary, Match};

const MAGIC: [u8; 4] = *b"GLSM";

/// Counts the changes of the layout, here and in the matcher's.
pub const FORMAT: u32 = 3;

/// The entries of a stored engine.
#[derive(Debug, Default)]
pub(super) struct Entries {
    ends: Vec<u32>,
    records: Section,
    /// Indices in the order of the ids.
    by_id: Vec<u32>,
}

impl Engine {
    /// The engine as bytes, for [`from_stored`](Self::from_stored). The same glossary gives the same bytes.
    #[must_use]
    pub fn to_stored(&self) -> Vec<u8> {
        let mut body = Writer::default();
        let made;
        let entries = if let Some(stored) = &self.stored {
            stored
        } else {
            made = Entries::of(&self.glossary);
            &made
        };
        body.numbers(&entries.ends);
        body.bytes(entries.records.bytes());
        body.numbers(&entries.by_id);
        matcher::write(&self.matcher, &mut body);
        sealed(&body.0)
    }

    /// An engine from its bytes, which it keeps.
    ///
    /// # Errors
    ///
    /// When the bytes are not what [`to_stored`](Self::to_stored) of this format gives.
    pub fn from_stored(bytes: Vec<u8>) -> Result<Self, Error> {
        let refused = |problem| Error::from(Kind::Stored { problem });
        let whole = Arc::new(bytes);
        let mut from = Reader(&whole);
        if from.take(MAGIC.len()) != Some(&MAGIC) {
            return Err(refused("this is none"));
        }
        if from.number() != Some(FORMAT) {
            return Err(refused("it has another format"));
        }
        if from.wide() != Some(checksum(from.0)) {
            return Err(refused("it was changed or cut short"));
        }
        restore(&mut from, &whole)
            .filter(|_| from.0.is_empty())
            .ok_or_else(|| refused("it contradicts itself"))
    }

    /// The index of the entry with this id.
    #[must_use]
    pub fn index_of(&self, id: &str) -> Option<u32> {
        match &self.stored {
            Some(stored) => stored.index_of(id),
            None => (0..)
                .zip(self.glossary.entries())
                .find(|(_, entry)| entry.id == id)
                .map(|(index, _)| index),
        }
    }

    /// The entries that some matches name, where they are stored.
    pub(super) fn named(&self, matches: &[Match]) -> Option<Glossary> {
        let stored = self.stored.as_ref()?;
        let of_match = |found: &Match| [&[found.entry], &found.alternatives[..]].concat();
        let mut numbers: Vec<u32> = matches.iter().flat_map(of_match).collect();
        order::distinct(&mut numbers);
        Some(Glossary {
            entries: numbers
                .iter()
                .map(|&number| stored.entry(number).unwrap_or_default())
                .collect(),
            numbers: Some(numbers),
            ..Glossary::default()
        })
    }
}

/// Bytes with the header in front that they need: what is in them is then looked at, and no longer whether they are as they were.
#[must_use]
pub fn sealed(body: &[u8]) -> Vec<u8> {
    let mut out = Writer(Vec::with_capacity(16 + body.len()));
    out.0.extend(MAGIC);
    out.number(FORMAT);
    out.wide(checksum(body));
    out.0.extend(body);
    out.0
}

fn restore(from: &mut Reader, whole: &Arc<Vec<u8>>) -> Option<Engine> {
    let entries = Entries {
        ends: from.numbers()?,
        records: from.section(whole)?,
        by_id: from.numbers()?,
    };
    let count = entries.ends.len();
    let is_sound = entries.by_id.len() == count
        && entries
            .by_id
            .iter()
            .all(|&number| (number as usize) < count);
    Some(Engine {
        matcher: matcher::read(from, whole, count)?,
        stored: is_sound.then_some(Some(entries))?,
        glossary: Glossary::default(),
    })
}

impl Entries {
    fn of(glossary: &Glossary) -> Self {
        let mut records = Writer::default();
        let mut ends = Vec::with_capacity(glossary.entries().len());
        for entry in glossary.entries() {
            write_entry(entry, &mut records);
            ends.push(u32::try_from(records.0.len()).unwrap_or(u32::MAX));
        }
        let mut by_id: Vec<u32> = (0..)
            .zip(glossary.entries())
            .map(|(index, _)| index)
            .collect();
        let id = |index: &u32| &glossary.entries()[*index as usize].id;
        by_id.sort_unstable_by(|a, b| id(a).cmp(id(b)));
        Self {
            ends,
            records: records.0.into(),
            by_id,
        }
    }

    fn record(&self, index: u32) -> Option<Reader<'_>> {
        record(&self.ends, self.records.bytes(), index as usize)
    }

    fn id(&self, index: u32) -> &[u8] {
        let id = self.record(index).and_then(|mut record| record.bytes());
        id.unwrap_or_default()
    }

    fn index_of(&self, id: &str) -> Option<u32> {
        let order = |index: &u32| self.id(*index).cmp(id.as_bytes());
        let at = self.by_id.binary_search_by(order).ok()?;
        self.by_id.get(at).copied()
    }

    fn entry(&self, index: u32) -> Option<Entry> {
        read_entry(&mut self.record(index)?)
    }
}

fn write_entry(entry: &Entry, out: &mut Writer) {
    for text in [&entry.id, &entry.category, &entry.definition] {
        out.bytes(text.as_bytes());
    }
    out.count(entry.labels().count());
    for label in entry.labels() {
        out.bytes(label.text.as_bytes());
    }
    for list in [&entry.related, &entry.context] {
        out.count(list.len());
        for text in list {
            out.bytes(text.as_bytes());
        }
    }
}

fn read_entry(from: &mut Reader) -> Option<Entry> {
    let (id, category, definition) = (from.text()?, from.text()?, from.text()?);
    let label = |text| Label {
        text,
        ..Label::default()
    };
    let mut labels = read_texts(from)?.into_iter().map(label);
    Some(Entry {
        id,
        category,
        definition,
        term: labels.next()?,
        aliases: labels.collect(),
        related: read_texts(from)?,
        context: read_texts(from)?,
        ..Entry::default()
    })
}

fn read_texts(from: &mut Reader) -> Option<Vec<String>> {
    let count = from.count(1)?;
    (0..count).map(|_| from.text()).collect()
}

/// Words of eight bytes, each multiplied in, so that no change of a single one goes unseen.
fn checksum(bytes: &[u8]) -> u64 {
    const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
    let (words, rest) = bytes.as_chunks();
    let mut sum = bytes.len() as u64;
    let mut add = |word: u64| sum = (sum ^ word).wrapping_mul(MULTIPLIER).rotate_left(29);
    for &word in words {
        add(u64::from_le_bytes(word));
    }
    for &byte in rest {
        add(byte.into());
    }
    sum
}
