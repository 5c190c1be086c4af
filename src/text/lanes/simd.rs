//! The loops of [`lanes`](super) in the 128-bit instructions of Wasm. What each does is said at its scalar twin.

use super::{BLOCK, PlainFold, Words};
use core::arch::wasm32::{
    i8x16_lt, i8x16_narrow_i16x8, i8x16_shuffle, i16x8_bitmask, u8x16_bitmask, u8x16_eq, u8x16_gt,
    u8x16_narrow_i16x8, u8x16_splat, u8x16_sub, u16x8_add, u16x8_eq, u16x8_lt, u16x8_shl,
    u16x8_shr, u16x8_splat, u16x8_sub, v128, v128_and, v128_andnot, v128_load, v128_not, v128_or,
    v128_store, v128_xor,
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
            let first =
                i8x16_shuffle::<0, 1, 16, 2, 3, 18, 4, 5, 20, 6, 7, 22, 8, 9, 24, 10>(front, third);
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
