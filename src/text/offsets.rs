//! The way back from folded bytes to the page's UTF-16 code units.
//!
//! Folding keeps most text as it is, so the map is sparse: a list of *runs*. In a run, every atom of `bytes` folded bytes
//! stands for `units` code units of the source: English prose is one run of (1, 1) from curly quote to curly quote, Cyrillic is
//! runs of (2, 1), Chinese (3, 1), an emoji (4, 2), a ligature such as ﬃ (3, 1) too. What folding drops (soft hyphens, the second of two spaces)
//! is a gap between the sources of two runs.

use std::ops::Range;

#[derive(Clone, Copy, Debug)]
struct Run {
    /// Where the run starts in the folded bytes.
    folded: u32,
    /// Where it starts in the source, in UTF-16 code units.
    source: u32,
    /// Folded bytes of one atom; 0 never.
    bytes: u16,
    /// Code units of one atom.
    units: u16,
}

/// Maps ranges of folded bytes to ranges of UTF-16 code units.
#[derive(Clone, Debug, Default)]
pub struct OffsetMap {
    runs: Vec<Run>,
    folded_end: u32,
    source_end: u32,
}

impl OffsetMap {
    /// Records that the next `bytes` folded bytes stand for the `units` code units from `source` on. Zero bytes: the units vanish.
    #[inline]
    pub(super) fn push(&mut self, bytes: usize, source: usize, units: usize) {
        let (bytes, source, units) = (narrow16(bytes), narrow(source), narrow16(units));
        if bytes > 0 {
            let same =
                matches!(self.runs.last(), Some(run) if run.bytes == bytes && run.units == units);
            if !same || source != self.source_end {
                self.runs.push(Run {
                    folded: self.folded_end,
                    source,
                    bytes,
                    units,
                });
            }
            self.folded_end += u32::from(bytes);
            self.source_end = source + u32::from(units);
        }
    }

    /// Records `count` folded bytes that each stand for one code unit, the first from `source` on.
    #[inline]
    pub(super) fn push_plain(&mut self, count: usize, source: usize) {
        self.push_letters(count, 1, source);
    }

    /// Records `count` times `bytes` folded bytes that each stand for one code unit, the first from `source` on.
    #[inline]
    pub(super) fn push_letters(&mut self, count: usize, bytes: usize, source: usize) {
        if count > 0 {
            self.push(bytes, source, 1);
            self.folded_end += narrow((count - 1) * bytes);
            self.source_end += narrow(count - 1);
        }
    }

    /// The source of a range of folded bytes: from the first atom it touches to the end of the last one. An empty range gives an
    /// empty range.
    #[must_use]
    pub fn source(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.run_at(folded.start).map_or(0, |run| {
            let atoms = (narrow(folded.start) - run.folded) / u32::from(run.bytes);
            run.source + atoms * u32::from(run.units)
        });
        if folded.end <= folded.start {
            return start as usize..start as usize;
        }
        let end = self.run_at(folded.end - 1).map_or(0, |run| {
            let atoms = (narrow(folded.end - 1) - run.folded) / u32::from(run.bytes) + 1;
            run.source + atoms * u32::from(run.units)
        });
        start as usize..end as usize
    }

    fn run_at(&self, folded: usize) -> Option<&Run> {
        let after = self
            .runs
            .partition_point(|run| run.folded as usize <= folded);
        self.runs.get(after.checked_sub(1)?)
    }
}

/// Texts are shorter than 4 GiB: Wasm memory is, and the engine refuses longer ones.
#[allow(clippy::cast_possible_truncation)]
fn narrow(value: usize) -> u32 {
    value as u32
}

/// An atom is one character's expansion: a few bytes.
#[allow(clippy::cast_possible_truncation)]
fn narrow16(value: usize) -> u16 {
    value as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_join_and_gaps_stay_outside() {
        let mut map = OffsetMap::default();
        map.push_plain(3, 0); // abc
        map.push(0, 3, 1); //    soft hyphen
        map.push_plain(2, 4); // de
        map.push(3, 6, 1); //    a Han character
        map.push(3, 7, 1); //    and another
        map.push(4, 8, 2); //    an emoji
        assert_eq!(map.runs.len(), 4);
        for (folded, source) in [
            (0..3, 0..3),
            (0..5, 0..6),
            (3..5, 4..6),
            (5..8, 6..7),
            (8..11, 7..8),
            (6..9, 6..8),
            (11..15, 8..10),
            (0..15, 0..10),
            (2..2, 2..2),
        ] {
            assert_eq!(map.source(folded.clone()), source, "{folded:?}");
        }
    }
}
