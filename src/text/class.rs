//! Which characters make words, and so where a word may begin and end.
//!
//! A term is found as a whole word where the script separates words, and anywhere where it does not. So there are
//! three classes: [`Word`](Class::Word) characters (letters, digits, combining marks and `_` of scripts with words),
//! [`Lone`](Class::Lone) characters (Han, Kana, Thai, Lao, Khmer, Burmese: a boundary on both sides of each), and the [`Other`](Class::Other)s.
//! A boundary lies between two characters unless both are Word characters, or the second is a combining mark on the first. "KPMG华振" has one before 华.

use super::word_runs;

/// The class of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Spaces, punctuation, symbols.
    Other,
    /// A letter, digit or mark of a script that separates words, or `_`.
    Word,
    /// A letter of a script that does not separate words.
    Lone,
}

/// Classes of the ASCII characters, for the hot loops.
pub(crate) const ASCII: [Class; 128] = {
    let mut table = [Class::Other; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            table[byte as usize] = Class::Word;
        }
        byte += 1;
    }
    table
};

impl Class {
    /// The class of a character, folded or not.
    #[inline]
    #[must_use]
    pub fn of(c: char) -> Self {
        match ASCII.get(c as usize) {
            Some(&class) => class,
            None => Self::of_other(c),
        }
    }

    fn of_other(c: char) -> Self {
        match u32::from(c) {
            // What most texts are written in, without a search: Latin, Cyrillic, Hebrew, Arabic, Hangul; Kana, Han.
            0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x2AF | 0x400..=0x481 | 0x48A..=0x52F => Self::Word,
            0x5D0..=0x5EA | 0x620..=0x64A | 0xAC00..=0xD7A3 => Self::Word,
            0x3040..=0x30FF | 0x4E00..=0x9FFF => Self::Lone,
            // Punctuation.
            0x2010..=0x203E | 0x3000..=0x3003 | 0x3008..=0x3020 => Self::Other,
            _ => Self::by_search(c),
        }
    }

    fn by_search(c: char) -> Self {
        if is_unspaced(c) {
            Self::Lone
        } else if word_runs::holds(c) {
            Self::Word
        } else {
            Self::Other
        }
    }

    /// Is there a boundary between two neighbours? `None` is the start or end of the text.
    #[must_use]
    pub fn boundary(before: Option<char>, after: Option<char>) -> bool {
        let (Some(before), Some(after)) = (before, after) else {
            return true;
        };
        if is_mark(after) {
            return false;
        }
        !(Self::of(before) == Self::Word && Self::of(after) == Self::Word)
    }
}

/// Scripts written without spaces between words (UAX #29 leaves these to dictionaries; UAX #14 calls most of them SA or ID).
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF        // Thai, Lao
        | 0x1000..=0x109F      // Burmese
        | 0x1780..=0x17FF      // Khmer
        | 0x3005..=0x3007      // Han iteration marks and zero
        | 0x3021..=0x3029      // Hangzhou numerals
        | 0x3031..=0x3035      // vertical repeat marks
        | 0x3038..=0x303C
        | 0x3040..=0x30FF      // Hiragana, Katakana
        | 0x31F0..=0x31FF
        | 0x3400..=0x4DBF      // Han
        | 0x4E00..=0x9FFF
        | 0xA9E0..=0xA9FF      // Burmese
        | 0xAA60..=0xAA7F
        | 0xF900..=0xFAFF      // Han compatibility
        | 0xFF66..=0xFF9F      // halfwidth Katakana
        | 0x1_B000..=0x1_B16F  // Kana
        | 0x2_0000..=0x3_FFFF) // Han
}

/// A raised digit is no part of the word before it: in running text it is the number of a footnote.
pub(crate) fn is_superscript(c: char) -> bool {
    matches!(c, '²' | '³' | '¹' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

/// A letter or a digit of any script, or a mark on one.
#[inline(never)]
pub(crate) fn is_in_word(c: char) -> bool {
    Class::of(c) != Class::Other && c != '_'
}

/// Combining marks: they belong to the character before them, in every script that is in use. (Marks of spaced scripts that are alphabetic, such as the
/// vowel signs of Devanagari, are Word characters already and need not be here. Those of Thai or Burmese do: a boundary before one would cut a syllable in two.)
pub(super) fn is_mark(c: char) -> bool {
    let Ok(code) = u16::try_from(u32::from(c)) else {
        return matches!(u32::from(c), 0x1_1133..=0x1_1134 | 0x1_E944..=0x1_E94A); // Chakma, Adlam
    };
    // Most of what is asked for is Latin, Cyrillic, Kana, Han or Hangul, which have none.
    if code < 0x300
        || (0x370..0x483).contains(&code)
        || (0x309B..0xA66F).contains(&code)
        || (0xAC00..0xFE20).contains(&code)
    {
        return false;
    }
    let after = MARKS.partition_point(|&(first, _)| first <= code);
    after.checked_sub(1).is_some_and(|at| code <= MARKS[at].1)
}

/// First and last of each run of marks (general category M of the Unicode Character Database, without those that folding removes).
#[rustfmt::skip]
const MARKS: &[(u16, u16)] = &[
    (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C5), (0x610, 0x61A),
    (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0x6DF, 0x6E4), (0x6E7, 0x6E8), (0x6EA, 0x6EC), (0x740, 0x74A),
    (0x7EB, 0x7F3), (0x7FD, 0x7FD), (0x818, 0x819), (0x82D, 0x82D), (0x859, 0x85B), (0x898, 0x89F), (0x8CA, 0x8D3),
    (0x8E0, 0x8E1), (0x8EA, 0x8EF), (0x93C, 0x93C), (0x94D, 0x94D), (0x951, 0x954), (0x9BC, 0x9BC), (0x9CD, 0x9CD),
    (0x9FE, 0x9FE), (0xA3C, 0xA3C), (0xA4D, 0xA4D), (0xABC, 0xABC), (0xACD, 0xACD), (0xAFD, 0xAFF), (0xB3C, 0xB3C),
    (0xB4D, 0xB4D), (0xB55, 0xB55), (0xBCD, 0xBCD), (0xC3C, 0xC3C), (0xC4D, 0xC4D), (0xCBC, 0xCBC), (0xCCD, 0xCCD),
    (0xD3B, 0xD3C), (0xD4D, 0xD4D), (0xDCA, 0xDCA), (0xE31, 0xE31), (0xE34, 0xE3A), (0xE47, 0xE4E), (0xEB1, 0xEB1),
    (0xEB4, 0xEBC), (0xEC8, 0xECE), (0xF18, 0xF19), (0xF35, 0xF35), (0xF37, 0xF37), (0xF39, 0xF39), (0xF3E, 0xF3F),
    (0xF84, 0xF84), (0xF86, 0xF87), (0xFC6, 0xFC6), (0x102B, 0x103E), (0x1056, 0x1059), (0x105E, 0x1060),
    (0x1062, 0x1064), (0x1067, 0x106D), (0x1071, 0x1074), (0x1082, 0x108D), (0x108F, 0x108F), (0x109A, 0x109D),
    (0x135D, 0x135F), (0x1714, 0x1715), (0x1734, 0x1734), (0x17B4, 0x17D3), (0x17DD, 0x17DD), (0x1939, 0x193B),
    (0x1A60, 0x1A60), (0x1A75, 0x1A7C), (0x1A7F, 0x1A7F), (0x1AB0, 0x1AFF), (0x1B34, 0x1B34), (0x1B44, 0x1B44),
    (0x1B6B, 0x1B73), (0x1BAA, 0x1BAB), (0x1BE6, 0x1BE6), (0x1BF2, 0x1BF3), (0x1C37, 0x1C37), (0x1CD0, 0x1CD2),
    (0x1CD4, 0x1CE8), (0x1CED, 0x1CED), (0x1CF4, 0x1CF4), (0x1CF7, 0x1CF9), (0x1DC0, 0x1DFF), (0x20D0, 0x20F0),
    (0x2CEF, 0x2CF1), (0x2D7F, 0x2D7F), (0x302A, 0x302F), (0x3099, 0x309A), (0xA66F, 0xA672), (0xA67C, 0xA67D),
    (0xA6F0, 0xA6F1), (0xA806, 0xA806), (0xA82C, 0xA82C), (0xA8C4, 0xA8C4), (0xA8E0, 0xA8F1), (0xA92B, 0xA92D),
    (0xA953, 0xA953), (0xA9B3, 0xA9B3), (0xA9C0, 0xA9C0), (0xA9E5, 0xA9E5), (0xAA7B, 0xAA7D), (0xAABF, 0xAABF),
    (0xAAC1, 0xAAC1), (0xAAF6, 0xAAF6), (0xABEC, 0xABED), (0xFE20, 0xFE2F),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lanes::begins_lone;

    #[test]
    fn the_short_way_is_a_short_way_only() {
        for c in '\u{80}'..=char::MAX {
            assert_eq!(Class::of(c), Class::by_search(c), "{c} {:x}", u32::from(c));
            let mut buffer = [0; 4];
            let bytes = c.encode_utf8(&mut buffer).as_bytes();
            assert!(
                !begins_lone(bytes) || Class::of(c) == Class::Lone && !is_mark(c),
                "{c}"
            );
            let has_mark = u16::try_from(u32::from(c)).is_ok_and(|code| {
                MARKS
                    .iter()
                    .any(|&(first, last)| (first..=last).contains(&code))
            });
            assert!(is_mark(c) || !has_mark, "{c} {:x}", u32::from(c));
        }
    }

    #[test]
    fn boundaries() {
        for (before, after, expected) in [
            ('a', 'b', false),
            ('a', '1', false),
            ('a', '_', false),
            ('a', '²', true),
            ('a', '-', true),
            ('a', '\'', true),
            ('a', '华', true),
            ('华', '振', true),
            ('é', 'a', false),
            ('e', '\u{301}', false),
            ('か', '\u{3099}', false),
            ('ж', 'q', false),
            ('ש', 'a', false),
            ('가', '나', false),
            ('ก', 'ข', true),
            ('ก', '\u{E34}', false),
            ('က', '\u{1031}', false),
            ('अ', '\u{951}', false),
            ('ꦏ', '\u{A9C0}', false),
            ('𞤀', '\u{1E944}', false),
            ('a', '\u{203F}', false),
            ('〱', 'a', true),
            ('a', '😀', true),
        ] {
            let found = Class::boundary(Some(before), Some(after));
            assert_eq!(found, expected, "{before}|{after}");
        }
        assert!(Class::boundary(None, Some('a')) && Class::boundary(Some('a'), None));
    }
}
