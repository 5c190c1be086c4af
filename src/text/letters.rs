//! Letters that fold by themselves, many at a time: the short way for texts of other scripts than Latin, and for the accented letters of Latin ones.
//!
//! A *simple* letter folds to its small form and to nothing else, in as many bytes, whatever stands around it. Nearly all of a Russian or Japanese page is simple letters
//! with spaces and commas between them (those of Chinese and Japanese count as letters here); what is not goes through the long way in [`fold`](super::fold).

use crate::base::letter::lower;

/// So many code units are folded at once, and go to the output together.
const PIECE: usize = 64;

/// Bytes of a simple letter at most.
const WIDEST: usize = 3;

/// Bytes of a piece, and one that is written too much behind the last letter.
const ROOM: usize = PIECE * WIDEST + 1;

/// Folded letters, before they are copied.
pub(super) struct Piece {
    bytes: [u8; ROOM],
    length: usize,
    /// How many code units they were: each is one character.
    pub units: usize,
}

impl Piece {
    /// Folds the simple letters at the front of a text, and single spaces, commas and full stops between them.
    pub(super) fn of(text: &[u16]) -> Self {
        let mut bytes = [0; ROOM];
        let (mut length, mut units) = (0, 0);
        let mut after_space = true;
        for &unit in text.iter().take(PIECE) {
            let code = u32::from(unit);
            // The bytes of UTF-8, the first one lowest, and how many they are.
            let (utf8, width) = if unit < 0x80 {
                // A space that begins the piece may be the second one.
                let is_plain = matches!(unit, 0x20 | 0x2C | 0x2E) && units > 0;
                if !is_plain || unit == 0x20 && after_space {
                    break;
                }
                (code, 1)
            } else {
                let Some(code) = simple(unit) else { break };
                if code < 0x800 {
                    (0x80C0 | code >> 6 | (code & 0x3F) << 8, 2)
                } else {
                    let inner = (code & 0x0FC0) << 2 | (code & 0x3F) << 16;
                    (0x8080E0 | code >> 12 | inner, 3)
                }
            };
            // Always four bytes: the next letter is written over what is too much.
            if let Some(room) = bytes.get_mut(length..).and_then(<[u8]>::first_chunk_mut) {
                *room = utf8.to_le_bytes();
            }
            after_space = unit == 0x20;
            length += width;
            units += 1;
        }
        Self {
            bytes,
            length,
            units,
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// The small form of a simple letter.
#[allow(clippy::inline_always)] // called for each letter of a page; at this crate's settings nothing else makes it one loop
#[inline(always)]
fn simple(unit: u16) -> Option<u32> {
    Some(match unit {
        0x430..=0x45F | 0x3001..=0x3020 | 0x3041..=0x3096 | 0x309B..=0x30FF | 0x4E00..=0x9FFF => {
            unit.into()
        }
        0x410..=0x42F | 0xC0..=0xD6 | 0xD8..=0xDE => u32::from(unit) + 0x20,
        0xE0..=0xF6 | 0xF8..=0xFF => unit.into(),
        _ => return simple_other(unit),
    })
}

#[inline(never)]
fn simple_other(unit: u16) -> Option<u32> {
    let c = char::from_u32(unit.into()).filter(|&c| is_simple(c))?;
    Some(lower(c).into())
}

/// Letters that fold to their small form and to nothing else, in the ranges that most texts are written in.
#[inline]
pub(super) fn is_simple(c: char) -> bool {
    matches!(u32::from(c), 0x41..=0x7A | 0xC0..=0xD6 | 0xD8..=0xDE | 0xE0..=0xF6 | 0xF8..=0x12F | 0x131 | 0x134..=0x148
        | 0x391..=0x3A1 | 0x3A3..=0x3C1 | 0x3C3..=0x3CE | 0x400..=0x481 | 0x48A..=0x52F
        | 0x5D0..=0x5EA | 0x621..=0x63F | 0x641..=0x64A | 0x904..=0x914 | 0xE01..=0xE30
        | 0x3001..=0x3020 | 0x3041..=0x3096 | 0x309B..=0x30FF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::compose::is_composed;
    use crate::text::kind::{Kind, folded_variant, kind};
    use crate::text::marks;

    /// The short way for simple letters is a short way only: each folds as the long way would have it.
    #[test]
    fn simple_letters_are_simple() {
        for c in ('\u{80}'..='\u{FFFF}').filter(|&c| is_simple(c)) {
            assert!(matches!(kind(c), Kind::Letter(same) if same == c), "{c}");
            assert_eq!(folded_variant(c), None, "{c}");
            assert!(!marks::continues(c) && is_composed(c), "{c}");
            assert!(
                lower(c).len_utf8() == c.len_utf8() && c.len_utf8() <= WIDEST,
                "{c}"
            );
        }
        for unit in 0x80..=u16::MAX {
            let expected = char::from_u32(unit.into()).filter(|&c| is_simple(c));
            assert_eq!(simple(unit), expected.map(|c| lower(c).into()), "{unit:x}");
        }
    }

    #[test]
    fn pieces() {
        let long = "ж".repeat(100);
        for (text, units, expected) in [
            ("Для ИИ", 6, "для ии"),
            ("Äpfel", 1, "ä"),
            ("ж, ж. ж", 7, "ж, ж. ж"),
            ("ж  ж", 2, "ж "),
            (" ж", 0, ""),
            ("区块链", 3, "区块链"),
            ("ж-ж", 1, "ж"),
            ("ж😀", 1, "ж"),
            (&long, PIECE, &long[..2 * PIECE]),
        ] {
            let text: Vec<u16> = text.encode_utf16().collect();
            let piece = Piece::of(&text);
            assert_eq!(
                (piece.units, piece.bytes()),
                (units, expected.as_bytes()),
                "{expected}"
            );
        }
    }
}
