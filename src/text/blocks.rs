//! The block table: what the page's text is made of.
//!
//! The reader describes the text in rows of `start, flags`; a row holds from its start to the next row's. A row with
//! [`BLOCK`] begins a paragraph, heading or list item; one without goes on with the block under other flags, as a link in the middle of a
//! paragraph does.

use crate::Error;
use crate::base::gather;
use crate::error::Kind;

/// A new block starts here: no match crosses it.
pub const BLOCK: u32 = 1;
/// The text is (in) a heading.
pub const HEADING: u32 = 2;
/// The text may not be marked; what is found in it is counted all the same.
pub const UNMARKABLE: u32 = 4;
/// The text is not running prose: no key sentence comes from it.
pub const ASIDE: u32 = 8;
/// The text is not shown before the reader asks for it: what also stands elsewhere is marked there.
pub const CLOSED: u32 = 16;

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Offset in UTF-16 code units.
    pub start: u32,
    /// A sum of the flags of this module.
    pub flags: u32,
}

/// A checked block table: rows in ascending order, the first at 0.
#[derive(Clone, Debug)]
pub struct Blocks {
    rows: Vec<Row>,
    text_len: u32,
}

impl Blocks {
    /// Reads the flat form `start, flags, start, flags …`. An empty table is one block of prose.
    ///
    /// # Errors
    ///
    /// When the rows are not whole, not ascending, do not begin at 0 or lie outside a text of `text_len` code units.
    pub fn from_flat(flat: &[u32], text_len: usize) -> Result<Self, Error> {
        let text_len = u32::try_from(text_len).unwrap_or(u32::MAX);
        let wrong = |row, expected| Err(Error::from(Kind::Blocks { row, expected }));
        let (pairs, rest) = flat.as_chunks::<2>();
        if !rest.is_empty() {
            return wrong(pairs.len(), "two numbers, start and flags");
        }
        let mut rows: Vec<Row> = Vec::with_capacity(pairs.len().max(1));
        for (index, &[start, flags]) in pairs.iter().enumerate() {
            match rows.last() {
                None if start != 0 => return wrong(index, "a start of 0"),
                Some(last) if start < last.start => {
                    return wrong(index, "a start not before the row above");
                }
                _ if start > text_len => return wrong(index, "a start inside the text"),
                _ => rows.push(Row { start, flags }),
            }
        }
        if rows.is_empty() {
            rows.push(Row {
                start: 0,
                flags: BLOCK,
            });
        }
        Ok(Self { rows, text_len })
    }

    /// One block of prose.
    #[must_use]
    pub fn prose(text_len: usize) -> Self {
        let text_len = u32::try_from(text_len).unwrap_or(u32::MAX);
        Self {
            rows: vec![Row {
                start: 0,
                flags: BLOCK,
            }],
            text_len,
        }
    }

    /// Where blocks start, ascending.
    #[must_use]
    pub fn starts(&self) -> Vec<u32> {
        let rows = self.rows.iter().filter(|row| row.flags & BLOCK != 0);
        gather(rows.map(|row| row.start))
    }

    /// For each of some ranges whose starts ascend: the flags of all rows that it touches, joined. An empty range touches the row it stands in.
    #[must_use]
    pub fn flags(&self, ranges: impl Iterator<Item = (u32, u32)>) -> Vec<u32> {
        let mut from = 0;
        let touched = ranges.map(|(start, end)| {
            while self
                .rows
                .get(from + 1)
                .is_some_and(|row| row.start <= start)
            {
                from += 1;
            }
            let rows = self.rows.iter().skip(from);
            let touched = rows.take_while(|row| row.start < end.max(start + 1));
            touched.fold(0, |all, row| all | row.flags)
        });
        gather(touched)
    }

    /// Each block as start, end and the flags that hold for all of it; rows inside it are joined (a paragraph with a link is not unmarkable).
    pub fn iter(&self) -> impl Iterator<Item = (u32, u32, u32)> + '_ {
        let mut index = 0;
        std::iter::from_fn(move || {
            let first = *self.rows.get(index)?;
            let mut flags = first.flags;
            index += 1;
            while let Some(row) = self.rows.get(index)
                && row.flags & BLOCK == 0
            {
                flags &= row.flags | BLOCK;
                index += 1;
            }
            let end = self.rows.get(index).map_or(self.text_len, |row| row.start);
            Some((first.start, end, flags))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_checked() {
        for (flat, row) in [
            (&[0, 1, 5][..], 1),
            (&[1, 1], 0),
            (&[0, 1, 9, 1, 8, 1], 2),
            (&[0, 1, 11, 1], 1),
        ] {
            let error = Blocks::from_flat(flat, 10).unwrap_err();
            assert!(
                error
                    .to_string()
                    .starts_with(&format!("block table, row {row}:")),
                "{error}"
            );
        }
        assert!(Blocks::from_flat(&[], 0).is_ok());
    }

    #[test]
    fn rows_make_blocks() {
        // A heading, and a paragraph with a link from 20 to 30.
        let flat = [0, BLOCK | HEADING, 10, BLOCK, 20, UNMARKABLE, 30, 0];
        let blocks = Blocks::from_flat(&flat, 40).unwrap();
        assert_eq!(blocks.starts(), [0, 10]);
        let whole: Vec<_> = blocks.iter().collect();
        assert_eq!(whole, [(0, 10, BLOCK | HEADING), (10, 40, BLOCK)]);
        let ranges = [
            ((0, 4), 3),
            ((12, 15), 1),
            ((18, 22), 5),
            ((20, 20), 4),
            ((25, 28), 4),
            ((29, 35), 4),
            ((30, 35), 0),
            ((30, 30), 0),
        ];
        let flags = blocks.flags(ranges.iter().map(|(range, _)| *range));
        assert_eq!(flags, ranges.map(|(_, flags)| flags));
    }
}
