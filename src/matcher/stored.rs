//! A compiled matcher as bytes, and back: for who compiles a large glossary once and reads it many times.
//!
//! Restoring copies and checks, but folds no label, inflects none and sorts nothing. In order, each list with its length in front, all numbers little-endian:
//!
//! | what | bytes |
//! | --- | --- |
//! | how texts are folded | 4: a bit each for `keep_case`, `drop_accents`, `dotless_i` |
//! | the trie's nodes | 16 each: tail, its length and the number of children (2 each), first child, form |
//! | the trie's labels, the forms' bytes | |
//! | the starts | 4: a bit each for `symbols`, `singles`; 4: the shift |
//! | their bit map | 8 for 64 bits |
//! | their keys, in order | 16 each: the key (8), node, place in its tail |
//! | where the candidates of each form end | 4 each |
//! | the candidates | 4 each: a bit each for "has conditions", `inflected`, `is_common`, `is_code`; above them the entry |
//! | the conditions of those that have some | 4 each: which |
//! | where the record of each condition ends | 4 each |
//! | the records | any of lists, all of: a folding, bytes, ranges of them |
//! | the priorities of the entries | 4 each; none where all are 0 |
//! | the vetoes | 8 each: entry, form; then the length of the longest (4) |
//!
//! Whatever the bytes are, the matcher that comes of them, if one does, panics nowhere and ends on every text: what is used as an index is compared
//! with what it points into, here or where it is used, and children lie behind their parents.

use super::Matcher;
use super::compile::Candidate;
use super::spelling::{Condition, Strictness};
use super::starts::Starts;
use super::trie::{NONE, Node, Position, Trie};
use std::sync::Arc;

use crate::base::bytes::{Reader, Section, Writer, record};
use crate::base::order;
use crate::text::Folding;

/// Bits of a candidate below its entry.
const FLAGS: u32 = 4;
const HAS_CONDITIONS: u32 = 1;
const INFLECTED: u32 = 2;
const COMMON: u32 = 4;
const CODE: u32 = 8;

/// Bytes of a node, and of a key with its place.
const WIDE_ROW: usize = 16;
/// Bytes of a range, and of a veto.
const PAIR: usize = 8;

pub(crate) fn write(matcher: &Matcher, out: &mut Writer) {
    write_folding(matcher.folding, out);
    out.count(matcher.trie.nodes.len());
    for node in &matcher.trie.nodes {
        out.number(node.tail);
        out.number(u32::from(node.tail_len) | u32::from(node.count) << 16);
        out.number(node.children);
        out.number(node.pattern);
    }
    out.bytes(&matcher.trie.labels);
    out.bytes(&matcher.trie.bytes);
    write_starts(&matcher.starts, out);
    out.numbers(&matcher.ends);
    write_candidates(&matcher.candidates, out);
    let made;
    let conditions = if let Some(stored) = &matcher.stored {
        stored
    } else {
        made = Conditions::of(&matcher.strictness);
        &made
    };
    out.numbers(&conditions.ends);
    out.bytes(conditions.records.bytes());
    write_priorities(&matcher.candidates, out);
    out.count(matcher.vetoes.len());
    for &(entry, pattern) in &matcher.vetoes {
        out.number(entry);
        out.number(pattern);
    }
    out.number(matcher.longest_veto);
}

/// Nothing where the bytes are no matcher of a glossary with so many entries.
pub(crate) fn read(from: &mut Reader, whole: &Arc<Vec<u8>>, entries: usize) -> Option<Matcher> {
    let folding = read_folding(from)?;
    let nodes = read_nodes(from)?;
    let labels = from.bytes()?.to_vec();
    let bytes = from.bytes()?.to_vec();
    let trie = Trie {
        nodes,
        labels,
        bytes,
    };
    let starts = read_starts(from, whole)?;
    let ends = from.numbers()?;
    let mut candidates = read_candidates(from, entries)?;
    let conditions = Conditions {
        ends: from.numbers()?,
        records: from.section(whole)?,
    };
    read_priorities(from, &mut candidates, entries)?;
    let count = from.count(PAIR)?;
    let vetoes = (0..count)
        .map(|_| Some((from.number()?, from.number()?)))
        .collect::<Option<_>>()?;
    let longest_veto = from.number()?;
    let last = ends.last().map_or(0, |&last| last as usize);
    let fits = is_sound(&trie, ends.len()) && ends.is_sorted() && last == candidates.len();
    fits.then_some(Matcher {
        folding,
        trie,
        starts,
        ends,
        candidates,
        strictness: Vec::new(),
        vetoes,
        longest_veto,
        stored: Some(conditions),
    })
}

fn write_folding(folding: Folding, out: &mut Writer) {
    let bits = [folding.keep_case, folding.drop_accents, folding.dotless_i];
    let number = bits
        .iter()
        .rev()
        .fold(0, |sum, &bit| sum << 1 | u32::from(bit));
    out.number(number);
}

fn read_folding(from: &mut Reader) -> Option<Folding> {
    let bits = from.number()?;
    Some(Folding {
        keep_case: bits & 1 != 0,
        drop_accents: bits & 2 != 0,
        dotless_i: bits & 4 != 0,
    })
}

#[allow(clippy::cast_possible_truncation)] // the halves
fn read_nodes(from: &mut Reader) -> Option<Vec<Node>> {
    let count = from.count(WIDE_ROW)?;
    let (rows, _) = from.take(count * WIDE_ROW)?.as_chunks::<WIDE_ROW>();
    let node = |row: &[u8; WIDE_ROW]| {
        let (words, _) = row.as_chunks();
        let [tail, lengths, children, pattern] =
            [0, 1, 2, 3].map(|at| u32::from_le_bytes(words[at]));
        Node {
            tail,
            tail_len: lengths as u16,
            count: (lengths >> 16) as u16,
            children,
            pattern,
        }
    };
    Some(rows.iter().map(node).collect())
}

/// Does everything in the trie point to something that is there, and onward?
fn is_sound(trie: &Trie, patterns: usize) -> bool {
    let nodes = trie.nodes.len();
    let node = |(at, node): (usize, &Node)| {
        let behind = node.children as usize + usize::from(node.count);
        let tail_end = node.tail as usize + usize::from(node.tail_len);
        let leads_on = node.count == 0 || (node.children as usize > at && behind <= nodes);
        let is_form = node.pattern == NONE || (node.pattern as usize) < patterns;
        leads_on && is_form && tail_end <= trie.bytes.len()
    };
    trie.labels.len() == nodes && trie.nodes.iter().enumerate().all(node)
}

fn write_starts(starts: &Starts, out: &mut Writer) {
    out.number(u32::from(starts.symbols) | u32::from(starts.singles) << 1);
    out.number(starts.shift);
    out.count(starts.bits.len());
    for &bits in &starts.bits {
        out.wide(bits);
    }
    if let Some(Keys(rows)) = &starts.stored {
        return out.bytes(rows.bytes());
    }
    let keys: Vec<(u64, Position)> = starts.keys().copied().collect();
    out.count(keys.len() * WIDE_ROW);
    for (key, position) in order::by_key(keys, |&(key, _)| key) {
        out.wide(key);
        out.number(position.node);
        out.number(position.in_tail);
    }
}

fn read_starts(from: &mut Reader, whole: &Arc<Vec<u8>>) -> Option<Starts> {
    let flags = from.number()?;
    let shift = from.number()?;
    let count = from.count(size_of::<u64>())?;
    let (bits, _) = from.take(count * size_of::<u64>())?.as_chunks();
    let bits: Vec<u64> = bits
        .iter()
        .map(|&bytes| u64::from_le_bytes(bytes))
        .collect();
    let rows = from.section(whole)?;
    // A shift by more bits than there are would be a panic.
    (shift < u64::BITS).then(|| {
        let mut starts = Starts::empty();
        (starts.bits, starts.shift) = (bits, shift);
        starts.stored = Some(Keys(rows));
        (starts.symbols, starts.singles) = (flags & 1 != 0, flags & 2 != 0);
        starts
    })
}

/// The keys of starts in their order, each with its place, as they were read: to put them into a table would take longer than all else, and few words of a
/// page are looked up, since the bit map says "no" to most.
#[derive(Clone, Debug)]
pub(super) struct Keys(Section);

impl Keys {
    pub(super) fn look_up(&self, key: u64) -> Option<Position> {
        let key_of = |row: &[u8; WIDE_ROW]| Reader(row).wide().unwrap_or_default();
        let (rows, _) = self.0.bytes().as_chunks();
        let at = rows.binary_search_by_key(&key, key_of).ok()?;
        let mut row = Reader(rows.get(at)?.get(size_of::<u64>()..)?);
        Some(Position {
            node: row.number()?,
            in_tail: row.number()?,
        })
    }
}

fn write_candidates(candidates: &[Candidate], out: &mut Writer) {
    out.count(candidates.len());
    for candidate in candidates {
        let mut word = candidate.entry << FLAGS;
        for (is_so, flag) in [
            (candidate.strictness.is_some(), HAS_CONDITIONS),
            (candidate.inflected, INFLECTED),
            (candidate.is_common, COMMON),
            (candidate.is_code, CODE),
        ] {
            word |= if is_so { flag } else { 0 };
        }
        out.number(word);
    }
    let which: Vec<u32> = candidates.iter().filter_map(|one| one.strictness).collect();
    out.numbers(&which);
}

fn read_candidates(from: &mut Reader, entries: usize) -> Option<Vec<Candidate>> {
    let words = from.numbers()?;
    let mut which = from.numbers()?.into_iter();
    let mut candidate = |word: u32| {
        let entry = word >> FLAGS;
        let strictness = match word & HAS_CONDITIONS {
            0 => None,
            _ => Some(which.next()?),
        };
        ((entry as usize) < entries).then_some(Candidate {
            entry,
            priority: 0,
            strictness,
            inflected: word & INFLECTED != 0,
            is_common: word & COMMON != 0,
            is_code: word & CODE != 0,
        })
    };
    words.into_iter().map(&mut candidate).collect()
}

/// The conditions as records, which stay so until a text has a form that they are about. Others would take most of the time of restoring.
#[derive(Debug)]
pub(super) struct Conditions {
    ends: Vec<u32>,
    records: Section,
}

impl Conditions {
    fn of(all: &[Strictness]) -> Self {
        let mut records = Writer::default();
        let mut ends = Vec::with_capacity(all.len());
        for strictness in all {
            write_strictness(strictness, &mut records);
            ends.push(u32::try_from(records.0.len()).unwrap_or(u32::MAX));
        }
        Self {
            ends,
            records: records.0.into(),
        }
    }

    /// [`Strictness::accepts`]; what cannot be read accepts nothing.
    pub(super) fn accepts(&self, at: u32, surface: &[u16]) -> bool {
        let record = record(&self.ends, self.records.bytes(), at as usize);
        record
            .and_then(|mut record| read_strictness(&mut record))
            .is_some_and(|strictness| strictness.accepts(surface))
    }
}

fn write_strictness(strictness: &Strictness, out: &mut Writer) {
    out.count(strictness.0.len());
    for all in &strictness.0 {
        out.count(all.len());
        for condition in all {
            write_folding(condition.folding, out);
            out.bytes(&condition.bytes);
            out.count(condition.strict.len());
            for &(start, end) in &condition.strict {
                out.count(start);
                out.count(end);
            }
        }
    }
}

fn read_strictness(from: &mut Reader) -> Option<Strictness> {
    let any = from.count(1)?;
    let any = (0..any).map(|_| {
        let all = from.count(1)?;
        (0..all).map(|_| read_condition(from)).collect()
    });
    Some(Strictness(any.collect::<Option<_>>()?))
}

fn read_condition(from: &mut Reader) -> Option<Condition> {
    let folding = read_folding(from)?;
    let bytes = from.bytes()?.to_vec();
    let count = from.count(2)?;
    let range = |_| {
        let (start, end) = (from.size()?, from.size()?);
        (start <= end && end <= bytes.len()).then_some((start, end))
    };
    let strict = (0..count).map(range).collect::<Option<_>>()?;
    Some(Condition {
        folding,
        bytes,
        strict,
    })
}

/// All candidates of an entry have the entry's own.
fn write_priorities(candidates: &[Candidate], out: &mut Writer) {
    let mut priorities = Vec::new();
    for candidate in candidates
        .iter()
        .filter(|candidate| candidate.priority != 0)
    {
        let entry = candidate.entry as usize;
        if priorities.len() <= entry {
            priorities.resize(entry + 1, 0);
        }
        priorities[entry] = candidate.priority.cast_unsigned();
    }
    out.numbers(&priorities);
}

fn read_priorities(from: &mut Reader, candidates: &mut [Candidate], entries: usize) -> Option<()> {
    let priorities = from.numbers()?;
    for candidate in candidates {
        let own = priorities.get(candidate.entry as usize);
        candidate.priority = own.map_or(0, |own| own.cast_signed());
    }
    (priorities.len() <= entries).then_some(())
}
