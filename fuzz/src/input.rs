//! Any bytes as a text of UTF-16 code units: UTF-8 stays what it is, so that seeds are written by hand and read by people.

/// In the bytes: a block starts here. (The information separator RS, which no text needs.)
const BLOCK_START: char = '\u{1e}';
/// Bytes from here on that are no UTF-8 become low surrogates, those below it high ones: two of them may make a pair.
const FIRST_LOW: u8 = 0xC0;

/// A text and where its blocks start.
#[derive(Debug, Default)]
pub struct Text {
    pub units: Vec<u16>,
    /// Offsets in UTF-16 code units, ascending; the same one may come twice, as in a block table.
    pub starts: Vec<u32>,
}

/// Reads bytes as UTF-8; what is none becomes lone surrogates.
pub fn text(bytes: &[u8]) -> Text {
    let mut out = Text::default();
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            if c == BLOCK_START {
                out.starts
                    .push(u32::try_from(out.units.len()).expect("short"));
            } else {
                out.units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
            }
        }
        let surrogate = |byte: u8| if byte < FIRST_LOW { 0xD800 } else { 0xDC00 } + u16::from(byte);
        out.units
            .extend(chunk.invalid().iter().copied().map(surrogate));
    }
    out
}

/// Lies `at` between the two halves of a surrogate pair?
pub fn splits_pair(units: &[u16], at: usize) -> bool {
    let unit = |at: Option<usize>| at.and_then(|at| units.get(at)).copied().unwrap_or(0);
    (0xD800..0xDC00).contains(&unit(at.checked_sub(1)))
        && (0xDC00..0xE000).contains(&unit(Some(at)))
}
