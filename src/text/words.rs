//! The words of a text: how many there are, and which ones recur.
//!
//! A word is a run of [`Class::Word`] characters; a [`Class::Lone`] character (Han, Kana, Thai …) counts as half a word, which is close to
//! how a segmenter would count. For comparing sentences words are only ever asked whether they are equal, so each is a 32-bit hash (FNV-1a) of its
//! lower-case characters and no text is copied; unspaced scripts use pairs of characters as words.

use super::class::Class;
use super::lanes::{self, Words};
use super::{char_at, char_before, decode_utf16, without_accent};
use crate::base::letter::lower;

/// A word's identity: equal words have equal keys.
pub type Key = u32;

/// The key of the word without characters.
pub(crate) const EMPTY: Key = 0x811C_9DC5;
const FNV_PRIME: u32 = 0x0100_0193;

/// Counts the words of folded bytes, block by block: by who looks at their masks anyway.
#[derive(Default)]
pub(crate) struct Counter {
    words: u32,
    lone: u32,
}

impl Counter {
    /// The block of `folded` that begins at `base` and has these masks; `quick_before` has its lowest bit where the byte before it is a quick word character.
    #[inline]
    pub(crate) fn add(&mut self, folded: &[u8], base: usize, masks: Words, quick_before: u64) {
        let starts = masks.quick & !(masks.quick << 1 | quick_before);
        self.words += starts.count_ones();
        self.lone += masks.lone.count_ones();
        // What the masks do not know: characters of other kinds, and what looks like a start behind one.
        let mut others = masks.other;
        while others != 0 {
            let at = base + others.trailing_zeros() as usize;
            others &= others - 1;
            self.add_other(folded, at);
        }
    }

    fn add_other(&mut self, folded: &[u8], at: usize) {
        let Some((c, len)) = char_at(folded, at) else {
            return;
        };
        match Class::of(c) {
            Class::Other => {}
            Class::Lone => self.lone += 1,
            Class::Word => {
                // Not by the boundary: there is none before a mark, also where it is the first of its word.
                let before = char_before(folded, at);
                let begins = before.is_none_or(|before| Class::of(before) != Class::Word);
                self.words += u32::from(begins);
                let next = folded.get(at + len).copied().unwrap_or_default();
                self.words -= u32::from(lanes::is_quick_ascii(next) || lanes::is_quick_lead(next));
            }
        }
    }

    /// So many words there were.
    pub(crate) fn total(&self) -> u32 {
        self.words + self.lone.div_ceil(2)
    }
}

/// The bit that small letters of ASCII have.
const SMALL: u16 = 0x20;

/// Goes on with a word by the letters of ASCII, which most are: the place behind them and the word's key.
#[inline(always)]
pub(crate) fn letters(text: &[u16], at: usize, mut key: Key) -> (usize, Key) {
    let mut behind = at;
    for &unit in text.get(at..).unwrap_or_default() {
        let small = unit | SMALL;
        if !(0x61..=0x7A).contains(&small) {
            break;
        }
        key = (key ^ u32::from(small)).wrapping_mul(FNV_PRIME);
        behind += 1;
    }
    (behind, key)
}

/// Characters of a stem.
const STEM: usize = 6;

/// Calls `found` with the key and the place (in UTF-16 code units) of each word of three characters or more, without its ending: words that agree in their first six
/// letters are taken for forms of one, and a shorter one loses its plural. Pairs of characters are the words of scripts without spaces.
pub(crate) fn stems(text: &[u16], found: &mut dyn FnMut(Key, usize)) {
    let mut at = 0;
    let (mut key, mut before_last, mut length) = (EMPTY, EMPTY, 0);
    let (mut last, mut last_but_one) = (' ', ' ');
    loop {
        // Letters of ASCII, which most are.
        while let Some(&unit) = text.get(at)
            && let small @ 0x61..=0x7A = unit | SMALL
        {
            if length < STEM {
                before_last = key;
                key = mix(key, small.into()); // as `longer`
            }
            length += 1;
            (last_but_one, last) = (last, char::from(small.to_le_bytes()[0]));
            at += 1;
        }
        let next = decode_utf16(text, at);
        let (c, units) = next.unwrap_or((' ', 1));
        let class = Class::of(c);
        if class == Class::Word {
            if length < STEM {
                before_last = key;
                key = longer(key, without_accent(lower(c)).unwrap_or(lower(c)));
            }
            length += 1;
        } else {
            if length > 2 {
                let is_plural = length > 3 && length <= STEM && last == 's' && last_but_one != 's';
                found(if is_plural { before_last } else { key }, at);
            }
            (key, length) = (EMPTY, 0);
        }
        if class == Class::Lone && Class::of(last) == Class::Lone {
            found(longer(longer(EMPTY, last), c), at);
        }
        (last_but_one, last) = (last, lower(c));
        if next.is_none() {
            return;
        }
        at += units;
    }
}

/// The key of a word and one character more, which is made small.
pub(crate) fn longer(key: Key, c: char) -> Key {
    mix(key, lower(c).into())
}

/// FNV-1a, with numbers for bytes.
pub(crate) fn mix(key: Key, number: u32) -> Key {
    (key ^ number).wrapping_mul(FNV_PRIME)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lanes::BLOCK;
    use crate::text::{fold, utf16};

    fn count(folded: &[u8]) -> u32 {
        let mut counter = Counter::default();
        let (mut cut_letter, mut quick_before) = (false, 0);
        for (base, block) in (0..).step_by(BLOCK).zip(folded.chunks(BLOCK)) {
            let masks = lanes::words(block, &mut cut_letter);
            counter.add(folded, base, masks, quick_before);
            quick_before = masks.quick >> 63;
        }
        counter.total()
    }

    #[test]
    fn words_are_counted() {
        for (text, expected) in [
            ("", 0),
            ("One, two; three.", 3),
            ("KPMG’s Five-Year Plan", 5),
            ("区块链技术", 3),
            ("AI技术", 2),
            ("métro été à Ä—é, Москва ×2×", 7),
            ("ελληνικά λόγια", 2),
            ("cafe\u{301}s", 1),
            (&format!("{}\u{301}a", "-".repeat(62)), 1),
            (&format!("{}ωa", "-".repeat(62)), 1),
        ] {
            assert_eq!(count(&fold(&utf16(text), &[]).bytes), expected, "{text}");
        }
    }
}
