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
mod simd;

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
