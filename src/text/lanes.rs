//! The loops that touch every byte of a page, sixteen lanes at a time: folding plain ASCII and the letters of Cyrillic, Han and Kana, and finding where words may start.
//!
//! The rest of the crate is compiled for size, and then the compiler makes no vector code by itself. So these loops are written with the 128-bit
//! instructions of Wasm, each beside a scalar twin that native builds use and that says what is meant (that of [`fold_letters`] is [`Piece`](super::letters::Piece)). This module may use `unsafe`: vectors are
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
    /// First bytes of characters of Han and Kana, as far as this block tells: [`begins_lone`].
    pub lone: u64,
    /// First bytes of all other characters that are not ASCII.
    pub other: u64,
}

/// Does the byte begin a letter of U+00C0..=U+027F or U+0400..=U+047F (Latin, Cyrillic)? All of those are letters once × and ÷ are [folded](super::kind) away, so that a
/// word of them is known by its bytes alone. In the ranges between there are symbols too.
pub(crate) const fn is_quick_lead(byte: u8) -> bool {
    byte & 0xFE == 0xD0 || byte.wrapping_sub(0xC3) < 7
}

/// Does a character of Han or Kana begin here, by its bytes alone? It knows U+4E00..=U+9FFF, U+3040..=U+3098 and U+309B..=U+30FF. All of those are Lone characters and
/// no marks, so that a word may begin at each.
pub(crate) const fn begins_lone(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xE5..=0xE9, ..]
            | [0xE4, 0xB8..=0xBF, ..]
            | [0xE3, 0x81 | 0x83, ..]
            | [0xE3, 0x82, 0x80..=0x98 | 0x9B..=0xBF, ..]
    )
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

/// Folds letters of Cyrillic, Han and Kana at the front of `units`, with single spaces, commas and full stops behind letters, and appends them to `out`; returns how many code
/// units that were: each is one character. It need not go on to the last one that it could fold; where there are no vectors it folds none.
pub(crate) fn fold_letters(units: &[u16], out: &mut Vec<u8>) -> usize {
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    {
        simd::fold_letters(units, out)
    }
    #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
    {
        let _ = (units, out);
        0
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

/// ASCII characters of the block at the front of `bytes` that are neither letters, digits nor `_`, nor space nor control characters.
pub(crate) fn symbols(bytes: &[u8]) -> u64 {
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    if let Some(block) = bytes.first_chunk() {
        return simd::symbols(block);
    }
    let block = bytes.iter().take(BLOCK).rev();
    block.fold(0, |mask, &byte| mask << 1 | u64::from(is_symbol(byte)))
}

const fn is_symbol(byte: u8) -> bool {
    byte.is_ascii_graphic() && !byte.is_ascii_alphanumeric() && byte != b'_'
}

/// How many code units [`telling`] looks at.
pub(crate) const FEW: usize = 16;

/// Where abbreviations may be defined among the first [`FEW`] code units: a bit for each bracket that opens, each ASCII capital before another or at the end, and each comma but
/// those before a space and a small letter that begins no "or", "known as" or "also called".
pub(crate) fn telling(units: &[u16]) -> u16 {
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    if let Some(lanes) = units.first_chunk() {
        return simd::telling(lanes);
    }
    let mut mask = 0;
    let few = units.get(..FEW).unwrap_or(units);
    for (place, unit) in few.iter().enumerate() {
        let is_capital = |unit: &u16| matches!(unit, 0x41..=0x5A);
        let tells = match unit {
            0x28 | 0x5B | 0xFF08 | 0xFF3B => true,
            0x2C => {
                !matches!(few.get(place + 1..), Some([0x20, next @ 0x61..=0x7A, ..]) if !matches!(next, 0x61 | 0x6B | 0x6F))
            }
            unit => is_capital(unit) && few.get(place + 1).is_none_or(is_capital),
        };
        mask |= u16::from(tells) << place;
    }
    mask
}

/// The places in a text of code units that are among some few, in order.
pub(crate) fn places_of(text: &[u16], some: &[u16]) -> impl Iterator<Item = usize> {
    (0..text.len()).step_by(FEW).flat_map(move |base| {
        let mut places = among(&text[base..], some);
        std::iter::from_fn(move || {
            let place = places.trailing_zeros() as usize;
            places &= places.wrapping_sub(1);
            (place < FEW).then_some(base + place)
        })
    })
}

/// Which of the first [`FEW`] code units are among some few? A bit for each.
fn among(units: &[u16], some: &[u16]) -> u16 {
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    if let Some(lanes) = units.first_chunk() {
        return simd::among(lanes, some);
    }
    let few = units.iter().take(FEW).zip(0..);
    few.fold(0, |mask, (unit, place)| {
        mask | u16::from(some.contains(unit)) << place
    })
}

/// How many code units at the front of `units` end no sentence: all but the stops of ASCII, and what is neither Latin, Greek, Cyrillic, Hebrew nor their marks, nor Han, nor Hangul.
pub(crate) fn unstopped(units: &[u16]) -> usize {
    let mut at = 0;
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    while let Some(lanes) = units[at..].first_chunk() {
        let stops = simd::stops(lanes);
        at += stops.trailing_zeros().min(16) as usize;
        if stops != 0 {
            return at;
        }
    }
    while units.get(at).is_some_and(|&unit| !is_stop(unit)) {
        at += 1;
    }
    at
}

const fn is_stop(unit: u16) -> bool {
    match unit {
        0x21 | 0x2E | 0x3F => true,
        0..=0x5FF => false,
        0x4E00..=0x9FFF | 0xAC00..=0xD7FF => false,
        _ => true,
    }
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
    let block = bytes.get(..BLOCK).unwrap_or(bytes);
    for (place, &byte) in block.iter().enumerate() {
        let bit = 1 << place;
        let is_lead = is_quick_lead(byte);
        if is_cut || is_lead || is_quick_ascii(byte) {
            words.quick |= bit;
        } else if begins_lone(&block[place..]) {
            words.lone |= bit;
        } else if byte >= 0xC0 {
            words.other |= bit;
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
        i8x16_lt, i8x16_narrow_i16x8, i8x16_shuffle, i16x8_bitmask, u8x16_bitmask, u8x16_eq,
        u8x16_gt, u8x16_narrow_i16x8, u8x16_splat, u8x16_sub, u16x8_add, u16x8_eq, u16x8_lt,
        u16x8_shl, u16x8_shr, u16x8_splat, u16x8_sub, v128, v128_and, v128_andnot, v128_load,
        v128_not, v128_or, v128_store, v128_xor,
    };

    /// Lanes of a vector of bytes.
    const LANES: usize = 16;

    fn mask(vector: v128) -> u32 {
        u32::from(u8x16_bitmask(vector))
    }

    /// Which bytes lie in `first..first + count`? As signed numbers, 128 lower: x86 has no other comparison of bytes for order.
    fn within(vector: v128, first: u8, count: u8) -> v128 {
        let (first, count) = (first.wrapping_add(0x80), count.wrapping_sub(0x80));
        i8x16_lt(u8x16_sub(vector, u8x16_splat(first)), u8x16_splat(count))
    }

    /// Sixteen code units as bytes: those above 0xFF become 0xFF, or 0 where they look negative.
    ///
    /// Through memory, because the compiler sees through the narrowing otherwise: each comparison of bytes becomes two of code units and a shuffle, at three times the cost.
    fn narrow(low: v128, high: v128) -> v128 {
        let bytes = u8x16_narrow_i16x8(low, high);
        // SAFETY: a reference to a value on the stack.
        unsafe { core::ptr::from_ref(&bytes).read_volatile() }
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
            // Neither 0xFF nor 0 is plain.
            let bytes = narrow(low, high);
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

    /// So many code units are folded at once at most, so that the room for them is known.
    const PIECE: usize = 256;

    pub(super) fn fold_letters(units: &[u16], out: &mut Vec<u8>) -> usize {
        let units = units.get(..PIECE).unwrap_or(units);
        // Three bytes for each, and the last vectors are always written whole.
        out.reserve(3 * PIECE + 2 * LANES);
        let mut filled = out.len();
        let mut length = 0;
        while let Some(lanes) = units[length..].first_chunk::<8>() {
            // SAFETY: `lanes` is 16 bytes, and loads need no alignment.
            let letters = unsafe { v128_load(lanes.as_ptr().cast()) };
            let within = |first: u16, count: u16| {
                u16x8_lt(u16x8_sub(letters, u16x8_splat(first)), u16x8_splat(count))
            };
            let lanes_of =
                |found: v128| (!u32::from(i16x8_bitmask(found))).trailing_zeros().min(8) as usize;
            // SAFETY: fewer than `PIECE` letters of three bytes are behind `filled`, and there is room for two more vectors.
            let to: *mut v128 = unsafe { out.as_mut_ptr().add(filled).cast() };
            let cyrillic = lanes_of(within(0x400, 0x60));
            let (count, width) = if cyrillic > 0 {
                let small = v128_or(
                    v128_and(within(0x410, 0x20), u16x8_splat(0x20)),
                    v128_and(within(0x400, 0x10), u16x8_splat(0x50)),
                );
                let small = u16x8_add(letters, small);
                let lead = v128_or(u16x8_shr(small, 6), u16x8_splat(0x80C0));
                let inner = u16x8_shl(v128_and(small, u16x8_splat(0x3F)), 8);
                // SAFETY: see `to`.
                unsafe { v128_store(to, v128_or(lead, inner)) };
                (cyrillic, 2)
            } else {
                let wide = v128_or(
                    v128_or(within(0x4E00, 0x5200), within(0x3041, 0x56)),
                    v128_or(within(0x309B, 0x65), within(0x3001, 0x20)),
                );
                let six = u16x8_splat(0x3F);
                let lead = v128_or(u16x8_shr(letters, 12), u16x8_splat(0x80E0));
                let second = u16x8_shl(v128_and(u16x8_shr(letters, 6), six), 8);
                let front = v128_or(lead, second);
                let third = v128_or(v128_and(letters, six), u16x8_splat(0x80));
                let first = i8x16_shuffle::<0, 1, 16, 2, 3, 18, 4, 5, 20, 6, 7, 22, 8, 9, 24, 10>(
                    front, third,
                );
                let rest = i8x16_shuffle::<11, 26, 12, 13, 28, 14, 15, 30, 0, 0, 0, 0, 0, 0, 0, 0>(
                    front, third,
                );
                // SAFETY: see `to`.
                unsafe {
                    v128_store(to, first);
                    v128_store(to.add(1), rest);
                }
                (lanes_of(wide), 3)
            };
            filled += count * width;
            length += count;
            if count == 8 {
                continue;
            }
            // A space at the front may be the second one, but here it stands behind a letter, or behind the comma behind one.
            let mut next = units.get(length).copied().unwrap_or_default();
            if count == 0 || !matches!(next, 0x20 | 0x2C | 0x2E) {
                break;
            }
            loop {
                // SAFETY: as above: there is room for three bytes for each code unit.
                unsafe { out.as_mut_ptr().add(filled).write(next as u8) };
                filled += 1;
                length += 1;
                let is_space = next == 0x20;
                next = units.get(length).copied().unwrap_or_default();
                if is_space || next != 0x20 {
                    break;
                }
            }
        }
        // SAFETY: all bytes before `filled` were written.
        unsafe { out.set_len(filled) };
        length
    }

    pub(super) fn words(block: &[u8; BLOCK], carry: &mut bool) -> Words {
        let mut words = Words::default();
        // First, second and third bytes of what `begins_lone` knows.
        let (mut e3, mut e4, mut b8, mut x81, mut x82, mut no_mark) = (0, 0, 0, 0, 0, 0);
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
                    within(bytes, 0xC3, 7),
                );
                let leads = mask(lead);
                quick |= leads | leads << 1 & 0xFFFF | u32::from(*carry);
                *carry = leads >> 15 == 1;
                other = mask(u8x16_gt(bytes, u8x16_splat(0xBF))) & !leads;
                if other != 0 {
                    let at = |found: v128| u64::from(mask(found)) << shift;
                    words.lone |= at(within(bytes, 0xE5, 5));
                    e3 |= at(is(bytes, 0xE3));
                    e4 |= at(is(bytes, 0xE4));
                    b8 |= at(within(bytes, 0xB8, 8));
                    x81 |= at(is(v128_and(bytes, u8x16_splat(0xFD)), 0x81));
                    x82 |= at(is(bytes, 0x82));
                    no_mark |= at(v128_andnot(
                        within(bytes, 0x80, 0x40),
                        within(bytes, 0x99, 2),
                    ));
                }
            }
            words.quick |= u64::from(quick) << shift;
            words.other |= u64::from(other) << shift;
        }
        words.lone |= e4 & b8 >> 1 | e3 & (x81 >> 1 | x82 >> 1 & no_mark >> 2);
        words.other &= !words.lone;
        words
    }

    pub(super) fn telling(units: &[u16; LANES]) -> u16 {
        // SAFETY: `units` is 32 bytes, and loads need no alignment.
        let (low, high) = unsafe {
            let from = units.as_ptr().cast::<v128>();
            (v128_load(from), v128_load(from.add(1)))
        };
        let bytes = narrow(low, high);
        let last = 1 << (LANES - 1);
        let capitals = mask(within(bytes, b'A', 26));
        let acronyms = capitals & (capitals >> 1 | last);
        // "(" and "," differ in one bit, and a bracket of full width looks negative.
        let round = is(v128_and(bytes, u8x16_splat(0xFB)), b'(');
        let others = v128_or(v128_or(round, is(bytes, b'[')), is(bytes, 0));
        // Most of a text has nothing of the kind.
        if acronyms | mask(others) == 0 {
            return 0;
        }
        let ascii = v128_or(is(bytes, b'('), is(bytes, b'['));
        let begins_or = v128_or(v128_or(is(bytes, b'o'), is(bytes, b'k')), is(bytes, b'a'));
        let begins_other = v128_andnot(within(bytes, b'a', 26), begins_or);
        let goes_on = mask(is(bytes, b' ')) >> 1 & mask(begins_other) >> 2;
        let commas = mask(is(bytes, b',')) & !goes_on;
        // Brackets of full width are those of ASCII, 0xFEE0 higher.
        let half = u16x8_splat(0xFEE0);
        let wide = narrow(u16x8_sub(low, half), u16x8_sub(high, half));
        let wide = v128_or(is(wide, b'('), is(wide, b'['));
        let tells = mask(v128_or(ascii, wide)) | commas | acronyms;
        tells as u16
    }

    pub(super) fn among(units: &[u16; LANES], some: &[u16]) -> u16 {
        // SAFETY: `units` is 32 bytes, and loads need no alignment.
        let (low, high) = unsafe {
            let from = units.as_ptr().cast::<v128>();
            (v128_load(from), v128_load(from.add(1)))
        };
        let (mut in_low, mut in_high) = (u16x8_splat(0), u16x8_splat(0));
        for &unit in some {
            let unit = u16x8_splat(unit);
            in_low = v128_or(in_low, u16x8_eq(low, unit));
            in_high = v128_or(in_high, u16x8_eq(high, unit));
        }
        u16::from(i16x8_bitmask(in_low)) | u16::from(i16x8_bitmask(in_high)) << 8
    }

    pub(super) fn stops(units: &[u16; LANES]) -> u32 {
        // SAFETY: `units` is 32 bytes, and loads need no alignment.
        let (low, high) = unsafe {
            let from = units.as_ptr().cast::<v128>();
            (v128_load(from), v128_load(from.add(1)))
        };
        let far = |letters: v128| {
            let within = |first: u16, count: u16| {
                u16x8_lt(u16x8_sub(letters, u16x8_splat(first)), u16x8_splat(count))
            };
            v128_or(
                v128_or(within(0x600, 0x4800), within(0xA000, 0xC00)),
                within(0xD800, 0x2800),
            )
        };
        let bytes = narrow(low, high);
        let near = v128_or(v128_or(is(bytes, b'.'), is(bytes, b'!')), is(bytes, b'?'));
        // Signed, masks stay masks.
        let far = i8x16_narrow_i16x8(far(low), far(high));
        mask(v128_or(near, far))
    }

    pub(super) fn symbols(block: &[u8; BLOCK]) -> u64 {
        let mut symbols = 0;
        for (index, lanes) in block.as_chunks::<LANES>().0.iter().enumerate() {
            // SAFETY: `lanes` is 16 bytes, and loads need no alignment.
            let bytes = unsafe { v128_load(lanes.as_ptr().cast()) };
            // Small letters are capitals without this bit.
            let letter = within(v128_and(bytes, u8x16_splat(0xDF)), b'A', 26);
            let quick = v128_or(v128_or(letter, within(bytes, b'0', 10)), is(bytes, b'_'));
            let printed = v128_andnot(within(bytes, b'!', 0x5E), quick);
            symbols |= u64::from(mask(printed)) << (index * LANES);
        }
        symbols
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_of_a_block() {
        let mut carry = false;
        let found = words("a_1 .ж€ź区、カ".as_bytes(), &mut carry);
        let expected = Words {
            quick: 0b1100_0110_0111,
            lone: 0b100_0001_0000_0000_0000,
            other: 0b1000_0000_1000_0000,
        };
        assert_eq!((found, carry), (expected, false));
        assert_eq!(symbols("a_1 .ж€ź-".as_bytes()), 0b1_0000_0001_0000);
    }

    #[test]
    fn where_abbreviations_may_be_defined() {
        let units = |text: &str| -> Vec<u16> { text.encode_utf16().collect() };
        for (text, expected) in [
            ("A (b) [c], d ABC", 0b1110_0000_0100_0100),
            ("a, or, and, but,", 0b1000_0000_0010_0010),
            ("a,b, Or", 0b1010),
            ("（区）［块］", 0b1001),
            ("Abc dE", 0b10_0000),
            ("\u{FF0C}\u{2C28}\u{5B28}", 0),
            ("", 0),
        ] {
            assert_eq!(telling(&units(text)), expected, "{text}");
        }
    }

    #[test]
    fn places_of_some_units() {
        let text: Vec<u16> = "Abc dAbc dA, Bcd  Ab ".encode_utf16().collect();
        let found: Vec<usize> = places_of(&text, &[0x41, 0x42]).collect();
        assert_eq!(found, [0, 5, 10, 13, 18]);
        assert_eq!(places_of(&text, &[]).count(), 0);
    }

    #[test]
    fn what_ends_no_sentence() {
        let units = |text: &str| -> Vec<u16> { text.encode_utf16().collect() };
        for (text, expected) in [
            ("", 0),
            ("No stop here, not one", 21),
            ("seventeen letters. And", 17),
            ("Что? Да", 3),
            ("区块链技术的发展与应用研究报告和其他。", 18),
            ("한국어는 여기서 끝나지 않는다! 네", 16),
            ("sixteen letters…", 15),
            ("one 😀", 4),
            ("אב گ", 3),
        ] {
            assert_eq!(unstopped(&units(text)), expected, "{text}");
        }
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
