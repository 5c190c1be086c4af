//! Combining marks: which characters belong to the one before them, and in which order.
//!
//! Two marks on one letter may come in either order when they do not touch (a dot below and a circumflex): their canonical combining
//! classes differ, and canonical ordering (Unicode, chapter 3.11) puts the lower class first. Unicode 18.0 has marks in 56 classes, here as runs of
//! neighbours of one class. The tests in [`super::compose`] compare every character with the `unicode-normalization` crate.

use super::columns::{Ascending, BLOCK, column, starts, steps};

/// May the character compose with the one before it, or trade places with a mark before it? True for combining marks whose class is not 0, for
/// vowels and final consonants of Hangul, and for the few other second halves of composed characters.
#[inline]
pub(crate) fn continues(c: char) -> bool {
    match c {
        ..'\u{300}'
        | '\u{370}'..'\u{483}'
        | '\u{1E00}'..'\u{20D0}'
        | '\u{2E00}'..'\u{302A}'
        | '\u{3030}'..'\u{3099}'
        | '\u{309B}'..'\u{A66F}'
        | '\u{AC00}'..'\u{FB1E}' => false,
        _ => run_of(c).is_some(),
    }
}

/// The canonical combining class: 0 for everything that starts something new.
pub(super) fn class(c: char) -> u8 {
    if c < '\u{300}' {
        0
    } else {
        run_of(c).unwrap_or(0)
    }
}

fn run_of(c: char) -> Option<u8> {
    let (position, distance) = FIRSTS.last_up_to(c.into())?;
    let length = *LENGTHS.get(position)?;
    CLASSES
        .get(position)
        .copied()
        .filter(|_| distance < length.into())
}

/// Is it a mark that a comparison without accents drops? Accents, Hebrew points and Arabic vowel signs are; the stroke that negates (U+0338: ≠ is not =), the
/// voicing marks of kana and the signs of Indic scripts are not.
pub(crate) fn is_accent(c: char) -> bool {
    is_point(c)
        || matches!(c,
        '\u{300}'..='\u{337}'
        | '\u{339}'..='\u{36F}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20F0}'
        | '\u{FE20}'..='\u{FE2F}')
}

/// Is it a Hebrew point or an Arabic vowel sign? They help to read a word, and most texts write it without: it is the same word.
pub(super) fn is_point(c: char) -> bool {
    matches!(c,
        '\u{591}'..='\u{5BD}'
        | '\u{5BF}'
        | '\u{5C1}'
        | '\u{5C2}'
        | '\u{5C4}'
        | '\u{5C5}'
        | '\u{5C7}'
        | '\u{64B}'..='\u{652}'
        | '\u{670}')
}

static FIRSTS: Ascending = {
    const NUMBERS: [u32; COUNT] = column!(RUNS, COUNT, 0, |run| run.first);
    Ascending {
        starts: &starts::<{ COUNT.div_ceil(BLOCK) }, COUNT>(&NUMBERS),
        steps: &steps(&NUMBERS),
    }
};

static LENGTHS: [u8; COUNT] = column!(RUNS, COUNT, 0, |run| run.length);

static CLASSES: [u8; COUNT] = column!(RUNS, COUNT, 0, |run| run.class);

/// Neighbours of one class. Only the columns made of these reach the Wasm.
struct Run {
    first: u32,
    length: u8,
    class: u8,
}

const fn run(first: u32, length: u8, class: u8) -> Run {
    Run {
        first,
        length,
        class,
    }
}

const COUNT: usize = RUNS.len();

// Class 0 stands for characters that are no marks and continue all the same; among them are three Tibetan vowel signs that
// consist of two marks (U+0F73, U+0F75, U+0F81).
#[rustfmt::skip]
const RUNS: &[Run] = &[
    run(0x300, 21, 230), run(0x315, 1, 232), run(0x316, 4, 220), run(0x31A, 1, 232), run(0x31B, 1, 216), run(0x31C, 5, 220),
    run(0x321, 2, 202), run(0x323, 4, 220), run(0x327, 2, 202), run(0x329, 11, 220), run(0x334, 5, 1), run(0x339, 4, 220),
    run(0x33D, 8, 230), run(0x345, 1, 240), run(0x346, 1, 230), run(0x347, 3, 220), run(0x34A, 3, 230), run(0x34D, 2, 220),
    run(0x350, 3, 230), run(0x353, 4, 220), run(0x357, 1, 230), run(0x358, 1, 232), run(0x359, 2, 220), run(0x35B, 1, 230),
    run(0x35C, 1, 233), run(0x35D, 2, 234), run(0x35F, 1, 233), run(0x360, 2, 234), run(0x362, 1, 233), run(0x363, 13, 230),
    run(0x483, 5, 230), run(0x591, 1, 220), run(0x592, 4, 230), run(0x596, 1, 220), run(0x597, 3, 230), run(0x59A, 1, 222),
    run(0x59B, 1, 220), run(0x59C, 6, 230), run(0x5A2, 6, 220), run(0x5A8, 2, 230), run(0x5AA, 1, 220), run(0x5AB, 2, 230),
    run(0x5AD, 1, 222), run(0x5AE, 1, 228), run(0x5AF, 1, 230), run(0x5B0, 1, 10), run(0x5B1, 1, 11), run(0x5B2, 1, 12), run(0x5B3, 1, 13),
    run(0x5B4, 1, 14), run(0x5B5, 1, 15), run(0x5B6, 1, 16), run(0x5B7, 1, 17), run(0x5B8, 1, 18), run(0x5B9, 2, 19), run(0x5BB, 1, 20),
    run(0x5BC, 1, 21), run(0x5BD, 1, 22), run(0x5BF, 1, 23), run(0x5C1, 1, 24), run(0x5C2, 1, 25), run(0x5C4, 1, 230), run(0x5C5, 1, 220),
    run(0x5C7, 1, 18), run(0x5C8, 1, 10), run(0x5C9, 1, 21), run(0x610, 8, 230), run(0x618, 1, 30), run(0x619, 1, 31), run(0x61A, 1, 32),
    run(0x64B, 1, 27), run(0x64C, 1, 28), run(0x64D, 1, 29), run(0x64E, 1, 30), run(0x64F, 1, 31), run(0x650, 1, 32), run(0x651, 1, 33),
    run(0x652, 1, 34), run(0x653, 2, 230), run(0x655, 2, 220), run(0x657, 5, 230), run(0x65C, 1, 220), run(0x65D, 2, 230),
    run(0x65F, 1, 220), run(0x670, 1, 35), run(0x6D6, 7, 230), run(0x6DF, 4, 230), run(0x6E3, 1, 220), run(0x6E4, 1, 230),
    run(0x6E7, 2, 230), run(0x6EA, 1, 220), run(0x6EB, 2, 230), run(0x6ED, 1, 220), run(0x711, 1, 36), run(0x730, 1, 230),
    run(0x731, 1, 220), run(0x732, 2, 230), run(0x734, 1, 220), run(0x735, 2, 230), run(0x737, 3, 220), run(0x73A, 1, 230),
    run(0x73B, 2, 220), run(0x73D, 1, 230), run(0x73E, 1, 220), run(0x73F, 3, 230), run(0x742, 1, 220), run(0x743, 1, 230),
    run(0x744, 1, 220), run(0x745, 1, 230), run(0x746, 1, 220), run(0x747, 1, 230), run(0x748, 1, 220), run(0x749, 2, 230),
    run(0x7EB, 7, 230), run(0x7F2, 1, 220), run(0x7F3, 1, 230), run(0x7FD, 1, 220), run(0x816, 4, 230), run(0x81B, 9, 230),
    run(0x825, 3, 230), run(0x829, 5, 230), run(0x859, 3, 220), run(0x897, 2, 230), run(0x899, 3, 220), run(0x89C, 4, 230),
    run(0x8CA, 5, 230), run(0x8CF, 5, 220), run(0x8D4, 14, 230), run(0x8E3, 1, 220), run(0x8E4, 2, 230), run(0x8E6, 1, 220),
    run(0x8E7, 2, 230), run(0x8E9, 1, 220), run(0x8EA, 3, 230), run(0x8ED, 3, 220), run(0x8F0, 1, 27), run(0x8F1, 1, 28), run(0x8F2, 1, 29),
    run(0x8F3, 3, 230), run(0x8F6, 1, 220), run(0x8F7, 2, 230), run(0x8F9, 2, 220), run(0x8FB, 5, 230), run(0x93C, 1, 7), run(0x94D, 1, 9),
    run(0x951, 1, 230), run(0x952, 1, 220), run(0x953, 2, 230), run(0x9BC, 1, 7), run(0x9BE, 1, 0), run(0x9CD, 1, 9), run(0x9D7, 1, 0),
    run(0x9FE, 1, 230), run(0xA3C, 1, 7), run(0xA4D, 1, 9), run(0xABC, 1, 7), run(0xACD, 1, 9), run(0xB3C, 1, 7), run(0xB3E, 1, 0),
    run(0xB4D, 1, 9), run(0xB56, 2, 0), run(0xBBE, 1, 0), run(0xBCD, 1, 9), run(0xBD7, 1, 0), run(0xC3C, 1, 7), run(0xC4D, 1, 9),
    run(0xC55, 1, 84), run(0xC56, 1, 91), run(0xCBC, 1, 7), run(0xCC2, 1, 0), run(0xCCD, 1, 9), run(0xCD5, 2, 0), run(0xD3B, 2, 9),
    run(0xD3E, 1, 0), run(0xD4D, 1, 9), run(0xD57, 1, 0), run(0xDCA, 1, 9), run(0xDCF, 1, 0), run(0xDDF, 1, 0), run(0xE38, 2, 103),
    run(0xE3A, 1, 9), run(0xE48, 4, 107), run(0xEB8, 2, 118), run(0xEBA, 1, 9), run(0xEC8, 4, 122), run(0xF18, 2, 220), run(0xF35, 1, 220),
    run(0xF37, 1, 220), run(0xF39, 1, 216), run(0xF71, 1, 129), run(0xF72, 1, 130), run(0xF73, 1, 0), run(0xF74, 1, 132), run(0xF75, 1, 0),
    run(0xF7A, 4, 130), run(0xF80, 1, 130), run(0xF81, 1, 0), run(0xF82, 2, 230), run(0xF84, 1, 9), run(0xF86, 2, 230), run(0xFC6, 1, 220),
    run(0x102E, 1, 0), run(0x1037, 1, 7), run(0x1039, 2, 9), run(0x108D, 1, 220), run(0x1161, 21, 0), run(0x11A8, 27, 0),
    run(0x135D, 3, 230), run(0x1714, 2, 9), run(0x1734, 1, 9), run(0x17D2, 1, 9), run(0x17DD, 1, 230), run(0x18A9, 1, 228),
    run(0x1939, 1, 222), run(0x193A, 1, 230), run(0x193B, 1, 220), run(0x1A17, 1, 230), run(0x1A18, 1, 220), run(0x1A60, 1, 9),
    run(0x1A75, 8, 230), run(0x1A7F, 1, 220), run(0x1AB0, 5, 230), run(0x1AB5, 6, 220), run(0x1ABB, 2, 230), run(0x1ABD, 1, 220),
    run(0x1ABF, 2, 220), run(0x1AC1, 2, 230), run(0x1AC3, 2, 220), run(0x1AC5, 5, 230), run(0x1ACA, 1, 220), run(0x1ACB, 18, 230),
    run(0x1ADD, 1, 220), run(0x1ADE, 8, 230), run(0x1AE6, 1, 220), run(0x1AE7, 4, 230), run(0x1AEB, 1, 234), run(0x1AEC, 2, 230),
    run(0x1AEE, 2, 220), run(0x1AF0, 1, 230), run(0x1B34, 1, 7), run(0x1B35, 1, 0), run(0x1B44, 1, 9), run(0x1B6B, 1, 230),
    run(0x1B6C, 1, 220), run(0x1B6D, 7, 230), run(0x1BAA, 2, 9), run(0x1BE6, 1, 7), run(0x1BF2, 2, 9), run(0x1C37, 1, 7),
    run(0x1CD0, 3, 230), run(0x1CD4, 1, 1), run(0x1CD5, 5, 220), run(0x1CDA, 2, 230), run(0x1CDC, 4, 220), run(0x1CE0, 1, 230),
    run(0x1CE2, 7, 1), run(0x1CED, 1, 220), run(0x1CF4, 1, 230), run(0x1CF8, 2, 230), run(0x1DC0, 2, 230), run(0x1DC2, 1, 220),
    run(0x1DC3, 7, 230), run(0x1DCA, 1, 220), run(0x1DCB, 2, 230), run(0x1DCD, 1, 234), run(0x1DCE, 1, 214), run(0x1DCF, 1, 220),
    run(0x1DD0, 1, 202), run(0x1DD1, 37, 230), run(0x1DF6, 1, 232), run(0x1DF7, 2, 228), run(0x1DF9, 1, 220), run(0x1DFA, 1, 218),
    run(0x1DFB, 1, 230), run(0x1DFC, 1, 233), run(0x1DFD, 1, 220), run(0x1DFE, 1, 230), run(0x1DFF, 1, 220), run(0x20D0, 2, 230),
    run(0x20D2, 2, 1), run(0x20D4, 4, 230), run(0x20D8, 3, 1), run(0x20DB, 2, 230), run(0x20E1, 1, 230), run(0x20E5, 2, 1),
    run(0x20E7, 1, 230), run(0x20E8, 1, 220), run(0x20E9, 1, 230), run(0x20EA, 2, 1), run(0x20EC, 4, 220), run(0x20F0, 1, 230),
    run(0x2CEF, 3, 230), run(0x2D7F, 1, 9), run(0x2DE0, 32, 230), run(0x302A, 1, 218), run(0x302B, 1, 228), run(0x302C, 1, 232),
    run(0x302D, 1, 222), run(0x302E, 2, 224), run(0x3099, 2, 8), run(0xA66F, 1, 230), run(0xA674, 10, 230), run(0xA69E, 2, 230),
    run(0xA6F0, 2, 230), run(0xA806, 1, 9), run(0xA82C, 1, 9), run(0xA8C4, 1, 9), run(0xA8E0, 18, 230), run(0xA92B, 3, 220),
    run(0xA953, 1, 9), run(0xA9B3, 1, 7), run(0xA9C0, 1, 9), run(0xAAB0, 1, 230), run(0xAAB2, 2, 230), run(0xAAB4, 1, 220),
    run(0xAAB7, 2, 230), run(0xAABE, 2, 230), run(0xAAC1, 1, 230), run(0xAAF6, 1, 9), run(0xABED, 1, 9), run(0xFB1E, 1, 26),
    run(0xFE20, 7, 230), run(0xFE27, 7, 220), run(0xFE2E, 2, 230), run(0x101FD, 1, 220), run(0x102E0, 1, 220), run(0x10376, 5, 230),
    run(0x10A0D, 1, 220), run(0x10A0F, 1, 230), run(0x10A38, 1, 230), run(0x10A39, 1, 1), run(0x10A3A, 1, 220), run(0x10A3F, 1, 9),
    run(0x10AE5, 1, 230), run(0x10AE6, 1, 220), run(0x10D24, 4, 230), run(0x10D69, 5, 230), run(0x10EAB, 2, 230), run(0x10ECB, 1, 230),
    run(0x10ECC, 2, 220), run(0x10ECE, 2, 230), run(0x10EF0, 3, 220), run(0x10EF3, 1, 230), run(0x10EF4, 1, 220), run(0x10EF5, 1, 230),
    run(0x10EF6, 1, 220), run(0x10EF7, 3, 230), run(0x10EFA, 2, 220), run(0x10EFD, 3, 220), run(0x10F46, 2, 220), run(0x10F48, 3, 230),
    run(0x10F4B, 1, 220), run(0x10F4C, 1, 230), run(0x10F4D, 4, 220), run(0x10F82, 1, 230), run(0x10F83, 1, 220), run(0x10F84, 1, 230),
    run(0x10F85, 1, 220), run(0x11046, 1, 9), run(0x11070, 1, 9), run(0x1107F, 1, 9), run(0x110B9, 1, 9), run(0x110BA, 1, 7),
    run(0x11100, 3, 230), run(0x11127, 1, 0), run(0x11133, 2, 9), run(0x11173, 1, 7), run(0x111C0, 1, 9), run(0x111CA, 1, 7),
    run(0x11235, 1, 9), run(0x11236, 1, 7), run(0x112E9, 1, 7), run(0x112EA, 1, 9), run(0x1133B, 2, 7), run(0x1133E, 1, 0),
    run(0x1134D, 1, 9), run(0x11357, 1, 0), run(0x11366, 7, 230), run(0x11370, 5, 230), run(0x113B8, 1, 0), run(0x113BB, 1, 0),
    run(0x113C2, 1, 0), run(0x113C9, 1, 0), run(0x113CE, 3, 9), run(0x11442, 1, 9), run(0x11446, 1, 7), run(0x1145E, 1, 230),
    run(0x114B0, 1, 0), run(0x114BA, 1, 0), run(0x114BD, 1, 0), run(0x114C2, 1, 9), run(0x114C3, 1, 7), run(0x115AF, 1, 0),
    run(0x115BF, 1, 9), run(0x115C0, 1, 7), run(0x1163F, 1, 9), run(0x116B6, 1, 9), run(0x116B7, 1, 7), run(0x1172B, 1, 9),
    run(0x11839, 1, 9), run(0x1183A, 1, 7), run(0x11930, 1, 0), run(0x1193D, 2, 9), run(0x11943, 1, 7), run(0x119E0, 1, 9),
    run(0x11A34, 1, 9), run(0x11A47, 1, 9), run(0x11A99, 1, 9), run(0x11C3F, 1, 9), run(0x11D42, 1, 7), run(0x11D44, 2, 9),
    run(0x11D97, 1, 9), run(0x11F41, 2, 9), run(0x1611E, 3, 0), run(0x16129, 1, 0), run(0x1612F, 1, 9), run(0x16AF0, 5, 1),
    run(0x16B30, 7, 230), run(0x16D67, 1, 0), run(0x16FF0, 2, 6), run(0x1BC9E, 1, 1), run(0x1D127, 2, 220), run(0x1D165, 2, 216),
    run(0x1D167, 3, 1), run(0x1D16D, 1, 226), run(0x1D16E, 5, 216), run(0x1D17B, 8, 220), run(0x1D185, 5, 230), run(0x1D18A, 2, 220),
    run(0x1D1AA, 4, 230), run(0x1D242, 3, 230), run(0x1D250, 3, 216), run(0x1D25B, 2, 1), run(0x1D25F, 1, 216), run(0x1D280, 2, 216),
    run(0x1E000, 7, 230), run(0x1E008, 17, 230), run(0x1E01B, 7, 230), run(0x1E023, 2, 230), run(0x1E026, 5, 230), run(0x1E08F, 1, 230),
    run(0x1E130, 7, 230), run(0x1E2AE, 1, 230), run(0x1E2EC, 4, 230), run(0x1E4EC, 2, 232), run(0x1E4EE, 1, 220), run(0x1E4EF, 1, 230),
    run(0x1E5EE, 1, 230), run(0x1E5EF, 1, 220), run(0x1E6E3, 1, 230), run(0x1E6E6, 1, 230), run(0x1E6EE, 2, 230), run(0x1E6F5, 1, 230),
    run(0x1E8D0, 7, 220), run(0x1E944, 6, 230), run(0x1E94A, 1, 7),
];
