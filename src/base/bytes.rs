//! Numbers, bytes and texts, one after the other in a piece of memory, and back.
//!
//! The reader trusts nothing: every length is compared with what is left before anything is made from it, so the worst that bytes can do is to
//! give [`None`]. Numbers are little-endian; counts and lengths, which are small, have seven bits in a byte, the lowest first, and the eighth says that more follow (LEB128).

use std::ops::Range;
use std::sync::Arc;

/// Writes; never fails.
#[derive(Default)]
pub(crate) struct Writer(pub Vec<u8>);

impl Writer {
    pub(crate) fn number(&mut self, number: u32) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    pub(crate) fn wide(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// How many items follow.
    pub(crate) fn count(&mut self, items: usize) {
        let mut rest = items;
        while rest > 0x7F {
            self.0.push(low_byte(rest) | 0x80);
            rest >>= 7;
        }
        self.0.push(low_byte(rest));
    }

    /// With their length in front.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    /// With their count in front.
    pub(crate) fn numbers(&mut self, numbers: &[u32]) {
        self.count(numbers.len());
        for &number in numbers {
            self.number(number);
        }
    }
}

#[allow(clippy::cast_possible_truncation)] // the others come next
const fn low_byte(number: usize) -> u8 {
    number as u8
}

/// Bytes that are a part of others, which they share and keep.
#[derive(Clone, Debug, Default)]
pub(crate) struct Section {
    whole: Arc<Vec<u8>>,
    part: Range<usize>,
}

impl Section {
    pub(crate) fn bytes(&self) -> &[u8] {
        self.whole.get(self.part.clone()).unwrap_or_default()
    }
}

impl From<Vec<u8>> for Section {
    fn from(bytes: Vec<u8>) -> Self {
        Self {
            part: 0..bytes.len(),
            whole: Arc::new(bytes),
        }
    }
}

/// Reads what a [`Writer`] has written, or anything else.
pub(crate) struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// The next bytes.
    pub(crate) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    pub(crate) fn number(&mut self) -> Option<u32> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*taken))
    }

    pub(crate) fn wide(&mut self) -> Option<u64> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u64::from_le_bytes(*taken))
    }

    /// A count, of anything.
    pub(crate) fn size(&mut self) -> Option<usize> {
        let mut size = 0;
        for shift in [0, 7, 14, 21, 28] {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            size |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return usize::try_from(size).ok();
            }
        }
        None
    }

    /// How many items follow, of at least `size` bytes each: never more than there can be.
    pub(crate) fn count(&mut self, size: usize) -> Option<usize> {
        let count = self.size()?;
        (count <= self.0.len() / size).then_some(count)
    }

    pub(crate) fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.count(1)?;
        self.take(length)
    }

    /// [`bytes`](Self::bytes) without a copy, where this reads all of `whole` to its end.
    pub(crate) fn section(&mut self, whole: &Arc<Vec<u8>>) -> Option<Section> {
        let length = self.bytes()?.len();
        let end = whole.len().checked_sub(self.0.len())?;
        Some(Section {
            whole: Arc::clone(whole),
            part: end.checked_sub(length)?..end,
        })
    }

    pub(crate) fn text(&mut self) -> Option<String> {
        Some(std::str::from_utf8(self.bytes()?).ok()?.to_owned())
    }

    pub(crate) fn numbers(&mut self) -> Option<Vec<u32>> {
        let count = self.count(size_of::<u32>())?;
        let (numbers, _) = self.take(count * size_of::<u32>())?.as_chunks();
        Some(
            numbers
                .iter()
                .map(|&bytes| u32::from_le_bytes(bytes))
                .collect(),
        )
    }
}

/// One of some records, which lie one behind the other and end at `ends`.
pub(crate) fn record<'a>(ends: &[u32], records: &'a [u8], at: usize) -> Option<Reader<'a>> {
    let start = at
        .checked_sub(1)
        .map_or(Some(&0), |before| ends.get(before))?;
    let end = ends.get(at)?;
    records.get(*start as usize..*end as usize).map(Reader)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let mut writer = Writer::default();
        writer.number(7);
        writer.wide(u64::MAX - 1);
        writer.bytes("né".as_bytes());
        writer.numbers(&[1, 2, u32::MAX]);
        let mut reader = Reader(&writer.0);
        assert_eq!(reader.number(), Some(7));
        assert_eq!(reader.wide(), Some(u64::MAX - 1));
        assert_eq!(reader.text().as_deref(), Some("né"));
        assert_eq!(reader.numbers(), Some(vec![1, 2, u32::MAX]));
        assert_eq!(reader.number(), None);
    }

    #[test]
    fn counts_of_any_size() {
        for count in [0, 1, 0x7F, 0x80, 0x3FFF, 0x4000, 123_456, u32::MAX as usize] {
            let mut writer = Writer::default();
            writer.count(count);
            let mut reader = Reader(&writer.0);
            assert_eq!((reader.size(), reader.0.len()), (Some(count), 0));
        }
    }

    #[test]
    fn a_section_is_a_part() {
        let mut writer = Writer::default();
        writer.bytes(b"front");
        writer.bytes(b"back");
        let whole = Arc::new(writer.0);
        let mut reader = Reader(&whole);
        assert_eq!(reader.section(&whole).unwrap().bytes(), b"front");
        assert_eq!(reader.section(&whole).unwrap().bytes(), b"back");
        assert!(reader.section(&whole).is_none());
    }

    #[test]
    fn lengths_that_cannot_be_are_refused() {
        let endless = [0xFF; 16];
        assert_eq!(Reader(&endless).bytes(), None);
        assert_eq!(Reader(&endless).numbers(), None);
        assert_eq!(Reader(&endless).count(16), None);
        assert_eq!(Reader(&[1, 0xFF]).text(), None, "no UTF-8");
        assert_eq!(Reader(&[1, 2, 3]).number(), None);
    }
}
