//! Which places of a text may begin a label? A filter in front of the automaton.
//!
//! A label begins where a word begins, and with the same bytes as that word. So the first bytes of each label are hashed into a bit map when the glossary is
//! compiled, and a place whose own first bytes are not in it need not be looked at again. With eight bytes (a whole word, mostly) and sixteen bits for each label some
//! 95 of 100 words of a news page end here.
//!
//! The *key* of a place is its *run*, the quick word characters from there on, cut after eight bytes; or, where no quick character stands, its first character.
//! A run that goes on behind the end of a label has another key than the label, and is no occurrence either: the label would end inside a word.

use crate::text::lanes;

/// Bytes of a key.
const WIDTH: usize = 8;
/// Bits of the map for one label, as a power of two: one in sixteen places that begin no label gets through by chance.
const BITS_PER_LABEL: u32 = 4;
/// The map has at least 2^10 bits and at most 2^24 (2 MB).
const SMALLEST: u32 = 10;
const LARGEST: u32 = 24;
/// 2^64 divided by the golden ratio: Knuth's multiplicative hashing ("The Art of Computer Programming", 6.4).
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// The first bytes of all labels.
#[derive(Clone, Debug)]
pub(super) struct Starts {
    bits: Vec<u64>,
    /// The hash's highest bits that number the bits are left after a shift by this.
    shift: u32,
    /// Does a label begin with an ASCII symbol (".NET", "$")?
    pub symbols: bool,
}

impl Starts {
    /// For so many labels.
    pub(super) fn new(labels: usize) -> Self {
        let bits = (usize::BITS - labels.leading_zeros() + BITS_PER_LABEL).clamp(SMALLEST, LARGEST);
        Self {
            bits: vec![0; 1 << (bits - u64::BITS.ilog2())],
            shift: u64::BITS - bits,
            symbols: false,
        }
    }

    pub(super) fn add(&mut self, label: &[u8]) {
        let words = lanes::words(label, &mut false);
        self.symbols |= words.symbols & 1 == 1;
        let bit = self.bit(label, 0, run(words.quick));
        self.bits[bit / 64] |= 1 << (bit % 64);
    }

    /// May a label begin at `at`, where a run of `run` bytes begins?
    #[inline]
    pub(super) fn allow(&self, text: &[u8], at: usize, run: usize) -> bool {
        let bit = self.bit(text, at, run);
        self.bits[bit / 64] >> (bit % 64) & 1 == 1
    }

    #[inline]
    fn bit(&self, text: &[u8], at: usize, run: usize) -> usize {
        let width = if run > 0 { run } else { character(text[at]) };
        let key = load(text, at) << (u64::BITS - 8 * width as u32);
        #[allow(clippy::cast_possible_truncation)] // at most 24 bits are left
        let bit = (key.wrapping_mul(MULTIPLIER) >> self.shift) as usize;
        bit
    }
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

/// Eight bytes, the first in the lowest bits; zeros behind the end.
#[inline]
fn load(text: &[u8], at: usize) -> u64 {
    if let Some(&bytes) = text[at..].first_chunk::<WIDTH>() {
        return u64::from_le_bytes(bytes);
    }
    let mut bytes = [0; WIDTH];
    for (byte, &found) in bytes.iter_mut().zip(&text[at..]) {
        *byte = found;
    }
    u64::from_le_bytes(bytes)
}
