//! Which characters make words, and so where a word may begin and end.
//!
//! A term is found as a whole word where the script separates words, and anywhere where it does not. So there are
//! three classes: [`Word`](Class::Word) characters (letters, digits, combining marks and `_` of scripts with words),
//! [`Lone`](Class::Lone) characters (Han, Kana, Thai, Lao, Khmer, Burmese: a boundary on both sides of each), and the [`Other`](Class::Other)s.
//! A boundary lies between two characters unless both are Word characters, or the second is a combining mark on the first. "KPMG华振" has one before 华.

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
        if is_unspaced(c) {
            Self::Lone
        } else if c.is_alphanumeric() || is_mark(c) {
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
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF        // Thai, Lao
        | 0x1000..=0x109F      // Burmese
        | 0x1780..=0x17FF      // Khmer
        | 0x3005..=0x3007      // Han iteration marks and zero
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

/// Combining marks in common use: they belong to the letter before them. (Marks of Indic scripts with a spacing form are
/// alphabetic, and so Word characters already.)
fn is_mark(c: char) -> bool {
    let code = u32::from(c);
    code >= 0x300
        && matches!(code,
        0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C2 | 0x05C4..=0x05C5
        | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06DC | 0x06DF..=0x06E4 | 0x06E7..=0x06E8
        | 0x093C | 0x094D | 0x09BC | 0x09CD | 0x0A3C | 0x0A4D | 0x0ABC | 0x0ACD | 0x0B3C | 0x0B4D | 0x0BCD
        | 0x0C4D | 0x0CBC | 0x0CCD | 0x0D4D | 0x0DCA | 0x0E38..=0x0E3A | 0x0E47..=0x0E4E | 0x0EC8..=0x0ECE
        | 0x1037..=0x103A | 0x17C9..=0x17D3 | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20F0
        | 0x302A..=0x302F | 0x3099..=0x309A | 0xFE20..=0xFE2F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boundaries() {
        for (before, after, expected) in [
            ('a', 'b', false),
            ('a', '1', false),
            ('a', '_', false),
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
            ('a', '😀', true),
        ] {
            let found = Class::boundary(Some(before), Some(after));
            assert_eq!(found, expected, "{before}|{after}");
        }
        assert!(Class::boundary(None, Some('a')) && Class::boundary(Some('a'), None));
    }
}
