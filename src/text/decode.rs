//! Code units to characters: UTF-16 from the page, keeping lone surrogates apart from everything else, and the folded UTF-8.

/// The code units of a text, for callers that have a `&str`.
#[must_use]
pub fn utf16(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// The character that starts at `at` (in UTF-16 code units) and its length in code units, 1 or 2. A lone surrogate is U+FFFD of length 1: it is no
/// letter, so no match begins, ends or runs through it. `None` at the end of the text.
#[inline]
#[must_use]
pub fn decode_utf16(text: &[u16], at: usize) -> Option<(char, usize)> {
    let unit = u32::from(*text.get(at)?);
    if !(0xD800..=0xDFFF).contains(&unit) {
        return Some((
            char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER),
            1,
        ));
    }
    if unit < 0xDC00
        && let Some(&low) = text.get(at + 1)
        && (0xDC00..=0xDFFF).contains(&low)
    {
        let code = 0x1_0000 + ((unit - 0xD800) << 10) + (u32::from(low) - 0xDC00);
        return Some((
            char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
            2,
        ));
    }
    Some((char::REPLACEMENT_CHARACTER, 1))
}

/// The character at a byte offset of UTF-8 and its length in bytes.
pub(crate) fn char_at(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let &first = bytes.get(at)?;
    let (len, bits) = match first {
        0..=0x7F => return Some((char::from(first), 1)),
        0xC0..=0xDF => (2, first & 0x1F),
        0xE0..=0xEF => (3, first & 0x0F),
        _ => (4, first & 0x07),
    };
    let rest = bytes.get(at + 1..at + len)?;
    let code = rest.iter().fold(u32::from(bits), |code, byte| {
        code << 6 | u32::from(byte & 0x3F)
    });
    Some((char::from_u32(code)?, len))
}

/// The character of UTF-8 that ends before `at`; `None` at the start.
pub(crate) fn char_before(bytes: &[u8], at: usize) -> Option<char> {
    let mut first = at.checked_sub(1)?;
    while first > 0 && bytes.get(first).is_some_and(|byte| byte & 0xC0 == 0x80) {
        first -= 1;
    }
    char_at(bytes, first).map(|(c, _)| c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_and_lone_surrogates() {
        let text = [0x41, 0xD83D, 0xDE00, 0xD83D, 0x42, 0xDE00, 0xD83D];
        let mut at = 0;
        let mut seen = Vec::new();
        while let Some((c, len)) = decode_utf16(&text, at) {
            seen.push((c, len));
            at += len;
        }
        let lone = (char::REPLACEMENT_CHARACTER, 1);
        assert_eq!(seen, [('A', 1), ('😀', 2), lone, ('B', 1), lone, lone]);
    }
}
