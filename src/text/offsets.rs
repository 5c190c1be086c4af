//! The way back from folded bytes to the page's UTF-16 code units.
//!
//! Folding keeps most text as it is, so the map is sparse: a list of *runs*. In a run, every atom of `bytes` folded bytes
//! stands for `units` code units of the source: English prose is one run of (1, 1), an emoji is a run of (4, 2), the ligature ﬃ of (3, 1). Text of other scripts is
//! runs of *characters*: each stands for one code unit, whatever its bytes, so that "für Äpfel" or "для ИИ" is one run and not one for every change of width. Where in
//! such a run a byte lies is counted; so that this stays a short way, no run of characters begins more than 256 bytes before its last letters. What folding drops
//! (soft hyphens, the second of two spaces) is a gap between the sources of two runs.

use std::ops::Range;

#[derive(Clone, Copy, Debug)]
struct Run {
    /// Where the run starts in the folded bytes.
    folded: u32,
    /// Where it starts in the source, in UTF-16 code units.
    source: u32,
    /// Folded bytes of one atom, or [`CHARACTERS`].
    bytes: u16,
    /// Code units of one atom.
    units: u16,
}

/// In place of the bytes of an atom: the atoms are the characters.
const CHARACTERS: u16 = 0;

/// A run of characters takes no more letters from this many bytes on.
const LONG: u32 = 256;

/// As many ASCII characters are a run of their own: they need no counting.
const LONG_PLAIN: usize = 64;

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
        match (bytes, units) {
            (0, _) => {}
            (1, 1) => self.push_plain(1, source),
            _ => self.push_atoms(1, bytes, source, units),
        }
    }

    /// Records `count` folded bytes that each stand for one code unit, the first from `source` on.
    #[inline]
    pub(super) fn push_plain(&mut self, count: usize, source: usize) {
        if count < LONG_PLAIN && self.goes_on_in_characters(source) {
            self.push_characters(count, count, source);
        } else if count > 0 {
            self.push_atoms(count, 1, source, 1);
        }
    }

    /// Records `bytes` folded bytes of whole characters that each stand for one code unit, the first from `source` on.
    #[inline]
    pub(super) fn push_characters(&mut self, bytes: usize, units: usize, source: usize) {
        if bytes == 0 {
            return;
        }
        if !self.goes_on_in_characters(source) {
            self.begin(CHARACTERS, source, 1);
        }
        self.folded_end += narrow(bytes);
        self.source_end = narrow(source + units);
    }

    fn push_atoms(&mut self, count: usize, bytes: usize, source: usize, units: usize) {
        let same = matches!(self.runs.last(), Some(run) if usize::from(run.bytes) == bytes && usize::from(run.units) == units);
        if !same || source != self.source_end as usize {
            self.begin(narrow16(bytes), source, narrow16(units));
        }
        self.folded_end += narrow(count * bytes);
        self.source_end = narrow(source + count * units);
    }

    fn begin(&mut self, bytes: u16, source: usize, units: u16) {
        self.runs.push(Run {
            folded: self.folded_end,
            source: narrow(source),
            bytes,
            units,
        });
    }

    /// May characters from `source` on be part of the last run?
    fn goes_on_in_characters(&self, source: usize) -> bool {
        matches!(self.runs.last(), Some(run) if run.bytes == CHARACTERS && self.folded_end - run.folded < LONG)
            && source == self.source_end as usize
    }

    /// The source of a range of the folded bytes: from the first atom it touches to the end of the last one. An empty range gives an
    /// empty range. `near` is where a range before this one was found, or 0: who asks for ranges in order pays for each run once. It says where this one is.
    pub(super) fn source(
        &self,
        bytes: &[u8],
        folded: Range<usize>,
        near: &mut usize,
    ) -> Range<usize> {
        *near = self.run_of(folded.start, *near);
        let start = self.atom_at(bytes, folded.start, *near).start;
        if folded.end <= folded.start {
            return start..start;
        }
        let last = folded.end - 1;
        start..self.atom_at(bytes, last, self.run_of(last, *near)).end
    }

    /// The run that a folded byte is part of. It is `near` or behind it, most often.
    fn run_of(&self, folded: usize, near: usize) -> usize {
        let begins = |at: usize| self.runs.get(at).map(|run| run.folded as usize);
        if begins(near).is_none_or(|begin| begin > folded) {
            let after = self
                .runs
                .partition_point(|run| run.folded as usize <= folded);
            return after.saturating_sub(1);
        }
        let mut at = near;
        while begins(at + 1).is_some_and(|begin| begin <= folded) {
            at += 1;
        }
        at
    }

    /// The source of the atom that a folded byte is part of.
    fn atom_at(&self, bytes: &[u8], folded: usize, run: usize) -> Range<usize> {
        let Some(run) = self.runs.get(run) else {
            return 0..0;
        };
        let begin = run.folded as usize;
        let atoms = match run.bytes {
            CHARACTERS => {
                let before = bytes.get(begin + 1..=folded).unwrap_or_default();
                characters(before)
            }
            // A division costs as much as all the rest.
            1 => folded - begin,
            width => (folded - begin) / usize::from(width),
        };
        let units = usize::from(run.units);
        let source = run.source as usize + atoms * units;
        source..source + units
    }
}

/// How many characters of UTF-8 begin in these bytes?
fn characters(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut inner: usize = rest
        .iter()
        .map(|byte| usize::from(byte & 0xC0 == 0x80))
        .sum();
    for word in words {
        let word = u64::from_le_bytes(*word);
        // The bytes with the highest bit set and the next one not.
        inner += (word >> 7 & !(word >> 6) & 0x0101_0101_0101_0101).count_ones() as usize;
    }
    bytes.len() - inner
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
        map.push_plain(3, 0); //          abc
        map.push(0, 3, 1); //             soft hyphen
        map.push_plain(2, 4); //          de
        map.push_characters(8, 4, 6); //  ж, a Han character, a space, ж
        map.push_plain(2, 10); //         fg
        map.push(4, 12, 2); //            an emoji
        map.push(1, 14, 1); //            h
        assert_eq!(map.runs.len(), 5);
        let bytes = "abcdeж区 жfg💡h".as_bytes();
        for (folded, source) in [
            (0..3, 0..3),
            (0..5, 0..6),
            (3..5, 4..6),
            (5..7, 6..7),
            (6..7, 6..7),
            (7..10, 7..8),
            (6..9, 6..8),
            (10..11, 8..9),
            (11..13, 9..10),
            (13..15, 10..12),
            (15..19, 12..14),
            (18..20, 12..15),
            (0..20, 0..15),
            (2..2, 2..2),
        ] {
            for mut near in 0..9 {
                let found = map.source(bytes, folded.clone(), &mut near);
                assert_eq!(found, source, "{folded:?}");
            }
        }
    }

    #[test]
    fn a_run_of_characters_ends() {
        let mut map = OffsetMap::default();
        let mut text = String::new();
        for letter in 0..1_000 {
            map.push_characters(2, 1, letter);
            text.push('ж');
        }
        assert_eq!(map.runs.len(), 2_000_usize.div_ceil(LONG as usize));
        for letter in [0, 127, 128, 129, 500, 999] {
            let byte = 2 * letter + 1..2 * letter + 2;
            let found = map.source(text.as_bytes(), byte, &mut 0);
            assert_eq!(found, letter..letter + 1);
        }
    }

    #[test]
    fn characters_are_counted() {
        for text in [
            "",
            "a",
            "ж区💡",
            "eight by",
            "жжжж区区区💡💡💡 and more",
            "区".repeat(100).as_str(),
        ] {
            assert_eq!(characters(text.as_bytes()), text.chars().count(), "{text}");
        }
    }
}
