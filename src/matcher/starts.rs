//! Which places of a text may begin a label, and where in the trie does that lead? A filter in front of the automaton.
//!
//! A label begins where a word begins, and with the same bytes as that word. The *key* of a place is its *run*, the quick word characters from there on, cut
//! after eight bytes; or, where no quick character stands, its first character, or its first two where the scripts have words of two and more characters of three bytes: nearly
//! every character of Chinese begins some label of a large glossary, but few pairs do. A run that goes on behind the end of a label has another
//! key than the label, and is no occurrence either: the label would end inside a word.
//!
//! When the glossary is compiled, the keys of all labels are hashed into a bit map and into a table. The bit map is small and says "no" at
//! most words of a page; the table holds the keys themselves, and the place in the trie that lies behind each, so that a walk begins after the first word.

use super::scan::{Block, Window};
use super::trie::{Position, Trie};
use crate::base::intern::Interner;
use crate::text::lanes::{self, BLOCK};

/// Bytes of a key.
pub(super) const WIDTH: usize = 8;
/// Bytes of a character of Han or Kana, and of two.
const WIDE: usize = 3;
const PAIR: usize = 6;
/// Bits of the map for one key, as a power of two: one in sixteen to thirty places that begin no label gets through by chance.
const BITS_PER_KEY: u32 = 4;
/// The map has at least 2^14 bits (2 KB: nearly nothing gets through for a small glossary) and at most 2^24 (2 MB).
const SMALLEST: u32 = 14;
const LARGEST: u32 = 24;
/// Slots of a table with no keys. It doubles when it is half full.
const FEWEST_SLOTS: usize = 16;
/// 2^64 divided by the golden ratio: Knuth's multiplicative hashing ("The Art of Computer Programming", 6.4).
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// A key and its place in the trie.
type Slot = (u64, Position);

/// The keys of all labels.
#[derive(Clone, Debug)]
pub(super) struct Starts {
    bits: Vec<u64>,
    /// The hash's highest bits that number the bits are left after a shift by this.
    shift: u32,
    /// Keys with their places in the trie, at their hash or behind it. No key is 0: that is an empty slot. The length is a power of two.
    table: Vec<Slot>,
    keys: usize,
    /// Does a label begin with an ASCII symbol (".NET", "$")?
    pub symbols: bool,
    /// Is there a key of one character of three bytes?
    singles: bool,
}

impl Starts {
    /// For the forms of a trie.
    pub(super) fn new(forms: &Interner, trie: &Trie) -> Self {
        let mut starts = Self::empty();
        let mut pairs = Vec::new();
        for number in 0..forms.len() {
            let form = &forms.bytes()[forms.range(number)];
            let words = lanes::words(form, &mut false);
            starts.symbols |= lanes::symbols(form) & 1 == 1;
            let width = width(form, 0, run(words.quick));
            if run(words.quick) == 0 && width == WIDE && form.len() >= PAIR {
                pairs.push(form);
            } else {
                starts.singles |= width == WIDE;
                starts.add(form, width, trie);
            }
        }
        for form in pairs {
            // A walk from a pair would pass by the label that is its first character.
            if starts.look_up(key(form, 0, WIDE)).is_none() {
                starts.add(form, PAIR, trie);
            }
        }
        starts.fill_map();
        starts
    }

    /// Without a key. What is added is found as soon as [`fill_map`](Self::fill_map) has seen it.
    fn empty() -> Self {
        Self {
            bits: Vec::new(),
            shift: 0,
            table: vec![Slot::default(); FEWEST_SLOTS],
            keys: 0,
            symbols: false,
            singles: false,
        }
    }

    /// Adds the key that a form begins with.
    fn add(&mut self, form: &[u8], width: usize, trie: &Trie) {
        let key = key(form, 0, width);
        if self.look_up(key).is_some() {
            return;
        }
        if let Some(position) = trie.position(&form[..width.min(form.len())]) {
            self.put(key, position);
        }
    }

    /// Adds a key, which is not 0 and not there yet.
    fn put(&mut self, key: u64, position: Position) {
        self.keys += 1;
        if self.keys * 2 > self.table.len() {
            let twice = vec![Slot::default(); self.table.len() * 2];
            for (key, position) in std::mem::replace(&mut self.table, twice) {
                self.insert(key, position);
            }
        }
        self.insert(key, position);
    }

    /// Puts a key that is not there yet into the first free slot at its hash or behind it.
    fn insert(&mut self, key: u64, position: Position) {
        let mut slot = self.slot(key);
        while self.table[slot].0 != 0 {
            slot = (slot + 1) & (self.table.len() - 1);
        }
        self.table[slot] = (key, position);
    }

    /// Makes the bit map of all keys.
    fn fill_map(&mut self) {
        let bits =
            (usize::BITS - self.keys.leading_zeros() + BITS_PER_KEY).clamp(SMALLEST, LARGEST);
        self.shift = u64::BITS - bits;
        self.bits = vec![0; 1 << (bits - u64::BITS.ilog2())];
        for slot in 0..self.table.len() {
            let key = self.table[slot].0;
            if key != 0 {
                let bit = self.bit(key);
                self.bits[bit / 64] |= 1 << (bit % 64);
            }
        }
    }

    /// Of the places where a word begins in a block of the text, those where a label may begin as well. No branch depends on what the text says: what the
    /// processor cannot foresee costs more than the arithmetic.
    pub(super) fn likely(&self, window: &Window, block: &Block) -> u64 {
        let mut likely = 0;
        block.each_run(|place, length| {
            let key = cut(window_at(window, place), (length as usize).min(WIDTH));
            likely |= self.may_have(key) << place;
        });
        let mut places = block.words.lone;
        while places != 0 {
            let place = places.trailing_zeros();
            places &= places - 1;
            let bytes = window_at(window, place);
            let mut may_have = self.may_have(cut(bytes, PAIR));
            if self.singles {
                may_have |= self.may_have(cut(bytes, WIDE));
            }
            likely |= may_have << place;
        }
        likely
    }

    #[allow(clippy::inline_always)] // called for each word of a page; at this crate's settings nothing else makes it one loop
    #[inline(always)]
    fn may_have(&self, key: u64) -> u64 {
        let bit = self.bit(key);
        let word = self.bits.get(bit / 64).copied().unwrap_or_default();
        word >> (bit % 64) & 1
    }

    /// Where the labels that begin like the text at `at` go on, in the trie and in the text. `run` is the length of the run there, as [`run`] gives it.
    pub(super) fn find(&self, text: &[u8], at: usize, run: usize) -> Option<(Position, usize)> {
        let bytes = load(text, at);
        let width = width(text, at, run);
        if run == 0 && width == WIDE {
            if let Some(position) = self.look_up(cut(bytes, PAIR)) {
                return Some((position, at + PAIR));
            }
            if !self.singles {
                return None;
            }
        }
        let position = self.look_up(cut(bytes, width))?;
        Some((position, at + width))
    }

    fn look_up(&self, key: u64) -> Option<Position> {
        let mut slot = self.slot(key);
        // Half of the slots are empty at least, so this ends.
        loop {
            let &(known, position) = self.table.get(slot)?;
            if known == key {
                return Some(position);
            }
            if known == 0 {
                return None;
            }
            slot = (slot + 1) & (self.table.len() - 1);
        }
    }

    #[allow(clippy::inline_always, clippy::cast_possible_truncation)] // as above; at most 24 bits are left
    #[inline(always)]
    fn bit(&self, key: u64) -> usize {
        (key.wrapping_mul(MULTIPLIER) >> self.shift) as usize
    }

    #[allow(clippy::cast_possible_truncation)] // the lower bits are wanted
    fn slot(&self, key: u64) -> usize {
        (key.wrapping_mul(MULTIPLIER) >> 32) as usize & (self.table.len() - 1)
    }
}

/// Bytes of the key at `at`.
#[allow(clippy::inline_always)] // as above
#[inline(always)]
fn width(text: &[u8], at: usize, run: usize) -> usize {
    if run > 0 {
        run
    } else {
        character(text.get(at).copied().unwrap_or_default())
    }
}

/// The first bytes at `at`, as many as the key has.
fn key(text: &[u8], at: usize, width: usize) -> u64 {
    cut(load(text, at), width)
}

/// As many of eight bytes as the key has.
#[allow(clippy::inline_always)] // as above
#[inline(always)]
fn cut(bytes: u64, width: usize) -> u64 {
    bytes << (u64::BITS - 8 * width as u32)
}

/// The length of the run at the lowest bit of a mask, in bytes, cut at the width of a key.
#[inline]
pub(super) fn run(quick: u64) -> usize {
    ((!quick).trailing_zeros() as usize).min(WIDTH)
}

/// Bytes of the character that begins with this one.
#[inline]
fn character(first: u8) -> usize {
    match first {
        0..=0xBF => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}

/// Eight bytes from a place of a block, the first in the lowest bits.
#[allow(clippy::inline_always)] // as above
#[inline(always)]
fn window_at(window: &Window, place: u32) -> u64 {
    // There are no places from 64 on, which the compiler does not know.
    let place = place as usize % BLOCK;
    let bytes = window
        .get(place..place + WIDTH)
        .and_then(<[u8]>::first_chunk);
    bytes.map_or(0, |&bytes| u64::from_le_bytes(bytes))
}

/// Eight bytes, the first in the lowest bits; zeros behind the end.
#[allow(clippy::inline_always)] // as above
#[inline(always)]
fn load(text: &[u8], at: usize) -> u64 {
    match text
        .get(at..at + WIDTH)
        .and_then(|bytes| bytes.first_chunk())
    {
        Some(&bytes) => u64::from_le_bytes(bytes),
        None => load_end(text, at),
    }
}

/// Fewer than eight bytes are left.
#[inline(never)]
fn load_end(text: &[u8], at: usize) -> u64 {
    let mut bytes = [0; WIDTH];
    for (byte, &found) in bytes.iter_mut().zip(text.iter().skip(at)) {
        *byte = found;
    }
    u64::from_le_bytes(bytes)
}
