//! The two loops that touch every byte of a page, sixteen lanes at a time: folding plain ASCII, and finding where words may start.
//!
//! The rest of the crate is compiled for size, and then the compiler makes no vector code by itself. So these loops are written with the 128-bit
//! instructions of Wasm, each beside a scalar twin that native builds use and that says what is meant. This is the only module that may use `unsafe`: vectors are
//! read from and written to memory through pointers. `tests/node/native.test.js` compares the module that readers get with the native one on texts that
//! put every kind of character at every place of a block.

#![allow(unsafe_code)]

/// How many bytes [`words`] looks at. Its masks have a bit for each, the lowest for the first.
pub(crate) const BLOCK: usize = 64;

/// What a block of folded bytes holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// Bytes of *quick* word characters: ASCII letters, digits and `_`, and the letters of two bytes that [`is_quick_lead`] knows. All of them are Word
    /// characters; a word character of another kind is no bit here.
    pub quick: u64,
    /// First bytes of all other characters that are not ASCII.
    pub other: u64,
    /// ASCII characters that are neither quick nor space nor control characters.
    pub symbols: u64,
}

/// Does the byte begin a letter of U+0100..=U+027F or U+0400..=U+047F (Latin extended, Cyrillic)? All of those are letters, so that a word of them is
/// known by its bytes alone. In the ranges between there are symbols too.
pub(crate) const fn is_quick_lead(byte: u8) -> bool {
    byte & 0xFE == 0xD0 || byte.wrapping_sub(0xC4) < 6
}

pub(crate) const fn is_quick_ascii(byte: u8) -> bool {
    byte.wrapping_sub(b'a') < 26 || byte.wrapping_sub(b'0') < 10 || byte == b'_'
}

/// What to do with letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlainFold {
    /// Leave capitals as they are?
    pub keep_case: bool,
    /// Stop before a capital I? Turkish has another small letter for it.
    pub stop_at_capital_i: bool,
}

/// Folds the ASCII at the front of `units` that always folds to one byte each and appends it to `out`; returns how many code units that were. Stops at hyphens,
/// backticks, control characters, the second of two spaces, and whatever is not ASCII.
pub(crate) fn fold_plain(
    units: &[u16],
    out: &mut Vec<u8>,
    fold: PlainFold,
    after_space: bool,
) -> usize {
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    {
        simd::fold_plain(units, out, fold, after_space)
    }
    #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
    {
        fold_plain_scalar(units, out, fold, after_space)
    }
}

/// The masks of the block at the front of `bytes`; behind the end there are spaces. `carry` says whether a quick letter of two bytes was cut by the border before
/// the block, and after the call whether one is cut by its end.
pub(crate) fn words(bytes: &[u8], carry: &mut bool) -> Words {
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    if let Some(block) = bytes.first_chunk() {
        return simd::words(block, carry);
    }
    words_scalar(bytes, carry)
}

fn fold_plain_scalar(
    units: &[u16],
    out: &mut Vec<u8>,
    fold: PlainFold,
    mut after_space: bool,
) -> usize {
    for (length, &unit) in units.iter().enumerate() {
        let Ok(byte) = u8::try_from(unit) else {
            return length;
        };
        let stops = !matches!(byte, b' '..=b'~')
            || matches!(byte, b'-' | b'`')
            || (byte == b' ' && after_space)
            || (byte == b'I' && fold.stop_at_capital_i);
        if stops {
            return length;
        }
        after_space = byte == b' ';
        out.push(if fold.keep_case {
            byte
        } else {
            byte.to_ascii_lowercase()
        });
    }
    units.len()
}

fn words_scalar(bytes: &[u8], carry: &mut bool) -> Words {
    let mut words = Words::default();
    let mut is_cut = *carry;
    for (place, &byte) in bytes.iter().take(BLOCK).enumerate() {
        let bit = 1 << place;
        let is_lead = is_quick_lead(byte);
        if is_cut || is_lead || is_quick_ascii(byte) {
            words.quick |= bit;
        } else if byte >= 0xC0 {
            words.other |= bit;
        } else if matches!(byte, b'!'..=b'~') {
            words.symbols |= bit;
        }
        is_cut = is_lead;
    }
    *carry = is_cut;
    words
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd {
    use super::{BLOCK, PlainFold, Words};
    use core::arch::wasm32::{
        u8x16_bitmask, u8x16_eq, u8x16_gt, u8x16_lt, u8x16_narrow_i16x8, u8x16_splat, u8x16_sub,
        v128, v128_and, v128_load, v128_not, v128_or, v128_store, v128_xor,
    };

    /// Lanes of a vector of bytes.
    const LANES: usize = 16;

    fn mask(vector: v128) -> u32 {
        u32::from(u8x16_bitmask(vector))
    }

    /// Which bytes lie in `first..first + count`?
    fn within(vector: v128, first: u8, count: u8) -> v128 {
        u8x16_lt(u8x16_sub(vector, u8x16_splat(first)), u8x16_splat(count))
    }

    fn is(vector: v128, byte: u8) -> v128 {
        u8x16_eq(vector, u8x16_splat(byte))
    }

    pub(super) fn fold_plain(
        units: &[u16],
        out: &mut Vec<u8>,
        fold: PlainFold,
        after_space: bool,
    ) -> usize {
        let mut space_before = u32::from(after_space);
        let filled = out.len();
        // One vector more: the last one is always written whole.
        out.reserve(units.len() + LANES);
        let to_small = u8x16_splat(if fold.keep_case { 0 } else { 0x20 });
        let i_stops = u8x16_splat(if fold.stop_at_capital_i { b'I' } else { b'-' });
        let mut length = 0;
        while let Some(lanes) = units[length..].first_chunk::<LANES>() {
            // SAFETY: `lanes` is 32 bytes, and loads need no alignment.
            let (low, high) = unsafe {
                let from = lanes.as_ptr().cast::<v128>();
                (v128_load(from), v128_load(from.add(1)))
            };
            // Code units above 0xFF become 0xFF, or 0 where they look negative: neither is plain.
            let bytes = u8x16_narrow_i16x8(low, high);
            let odd = v128_or(
                v128_not(within(bytes, b' ', 0x5F)),
                v128_or(
                    v128_or(is(bytes, b'-'), is(bytes, b'`')),
                    u8x16_eq(bytes, i_stops),
                ),
            );
            let spaces = mask(is(bytes, b' '));
            let stops = mask(odd) | spaces & (spaces << 1 | space_before);
            let small = v128_xor(bytes, v128_and(within(bytes, b'A', 26), to_small));
            // SAFETY: `length` + 16 ≤ the number of units, for which (and more) there is room behind `filled`.
            unsafe { v128_store(out.as_mut_ptr().add(filled + length).cast(), small) };
            if stops != 0 {
                length += stops.trailing_zeros() as usize;
                // SAFETY: that many bytes behind `filled` were just written.
                unsafe { out.set_len(filled + length) };
                return length;
            }
            space_before = spaces >> 15;
            length += LANES;
        }
        // SAFETY: as above.
        unsafe { out.set_len(filled + length) };
        length + super::fold_plain_scalar(&units[length..], out, fold, space_before == 1)
    }

    pub(super) fn words(block: &[u8; BLOCK], carry: &mut bool) -> Words {
        let mut words = Words::default();
        for (index, lanes) in block.as_chunks::<LANES>().0.iter().enumerate() {
            // SAFETY: `lanes` is 16 bytes, and loads need no alignment.
            let bytes = unsafe { v128_load(lanes.as_ptr().cast()) };
            let ascii = v128_or(
                v128_or(within(bytes, b'a', 26), within(bytes, b'0', 10)),
                is(bytes, b'_'),
            );
            let shift = index * LANES;
            let mut quick = mask(ascii);
            let mut other = 0;
            // The highest bit of a byte tells what is not ASCII.
            if mask(bytes) != 0 || *carry {
                let lead = v128_or(
                    is(v128_and(bytes, u8x16_splat(0xFE)), 0xD0),
                    within(bytes, 0xC4, 6),
                );
                let leads = mask(lead);
                quick |= leads | leads << 1 & 0xFFFF | u32::from(*carry);
                *carry = leads >> 15 == 1;
                other = mask(u8x16_gt(bytes, u8x16_splat(0xBF))) & !leads;
            }
            let printed = mask(within(bytes, b'!', 0x5E));
            words.quick |= u64::from(quick) << shift;
            words.other |= u64::from(other) << shift;
            words.symbols |= u64::from(printed & !quick) << shift;
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_of_a_block() {
        let mut carry = false;
        let found = words("a_1 .ж€ź".as_bytes(), &mut carry);
        let expected = Words {
            quick: 0b1100_0110_0111,
            other: 0b1000_0000,
            symbols: 0b1_0000,
        };
        assert_eq!((found, carry), (expected, false));
    }

    #[test]
    fn a_letter_cut_by_the_end_of_a_block() {
        let text = format!("{}ж", " ".repeat(BLOCK - 1));
        let mut carry = false;
        assert_eq!(words(text.as_bytes(), &mut carry).quick, 1 << 63);
        assert!(carry);
        assert_eq!(words(&text.as_bytes()[BLOCK..], &mut carry).quick, 1);
        assert!(!carry);
    }

    #[test]
    fn plain_ascii_is_folded_up_to_what_is_not_plain() {
        let fold = PlainFold {
            keep_case: false,
            stop_at_capital_i: false,
        };
        for (text, after_space, length, expected) in [
            ("Plain ASCII, 1 [x]~", false, 19, "plain ascii, 1 [x]~"),
            ("A-b", false, 1, "a"),
            ("a`", false, 1, "a"),
            ("a  b", false, 2, "a "),
            (" a", true, 0, ""),
            ("aé", false, 1, "a"),
            ("a\n", false, 1, "a"),
        ] {
            let units: Vec<u16> = text.encode_utf16().collect();
            let mut out = Vec::new();
            assert_eq!(
                fold_plain(&units, &mut out, fold, after_space),
                length,
                "{text}"
            );
            assert_eq!(out, expected.as_bytes(), "{text}");
        }
    }
}
