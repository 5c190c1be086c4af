//! Folding: what looks the same to a reader becomes the same bytes.
//!
//! | in the text | folded |
//! | --- | --- |
//! | letter case, ß, final ς, dotted İ | lower case, `ss`, σ, `i` |
//! | a letter and its accents, in one character or several | one character, where Unicode has it |
//! | fullwidth and halfwidth forms, Latin ligatures (ﬁ), subscript digits | the plain letters |
//! | curly, prime and backtick-like quotes | `'` and `"` |
//! | any run of white space, line breaks included | one space |
//! | a hyphen or short dash between two other characters | one space: "Five-Year" is "Five Year" |
//! | a dash with space around it, an em dash | `-`: it separates, and no term runs across it |
//! | soft hyphens, zero-width characters, variation selectors | nothing |
//! | Hebrew points, Arabic vowel signs, the stroke that stretches Arabic words | nothing |
//! | Persian ک and ی | Arabic ك and ي |
//! | the start of a block | a line feed, which no label contains: no term runs across it |
//!
//! The output is UTF-8, so that an automaton over bytes can read it. Plain ASCII goes through [`lanes`], the rest through one function. Accents are significant, é stays
//! é, unless a [`Folding`] says otherwise; it also knows the Turkish I.

use std::ops::Range;

use super::accents::without_accent;
use super::class::Class;
use super::cluster::{LONGEST, fold_cluster};
use super::kind::{Kind, halfwidth, kind};
use super::lanes::{self, PlainFold};
use super::letters::{Piece, is_simple};
use super::{OffsetMap, decode_utf16, marks};
use crate::base::letter::lower;

/// Stands between two blocks. No label folds to it.
pub(crate) const BLOCK_BREAK: u8 = b'\n';

/// Folded text and the way back.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// Folded UTF-8.
    pub bytes: Vec<u8>,
    /// From folded bytes to UTF-16 code units of the source.
    map: OffsetMap,
}

impl Folded {
    /// The source of a range of folded bytes, in UTF-16 code units: from the first character it touches to the end of the last one. An empty range gives an
    /// empty range.
    #[must_use]
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        // Behind all of it, so that it is looked for by halves.
        let mut nowhere_near = usize::MAX;
        self.source_near(range, &mut nowhere_near)
    }

    /// The same for one range after the other: `near` is 0 at first, and makes the way to the next one short.
    pub(crate) fn source_near(&self, range: Range<usize>, near: &mut usize) -> Range<usize> {
        self.map.source(&self.bytes, range, near)
    }
}

/// What is the same and what is not, where that is a matter of choice. The default is what most glossaries want: case is folded, accents count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Folding {
    /// Capitals stay capitals.
    pub keep_case: bool,
    /// "résumé" is "resume".
    pub drop_accents: bool,
    /// The small form of I is ı, as in Turkish and Azerbaijani.
    pub dotless_i: bool,
}

/// Folds a page's text. `block_starts` are offsets in UTF-16 code units, ascending, at which a new block begins.
#[must_use]
pub fn fold(text: &[u16], block_starts: &[u32]) -> Folded {
    Folding::default().fold(text, block_starts)
}

/// Folds a glossary's label the way the text is folded.
#[must_use]
pub fn fold_label(label: &str) -> Vec<u8> {
    Folding::default().fold_label(label)
}

impl Folding {
    /// Everything is folded but letter case.
    pub(crate) fn keeping_case() -> Self {
        Self {
            keep_case: true,
            ..Self::default()
        }
    }

    /// Folds a page's text, as [`fold`] does.
    #[must_use]
    pub fn fold(self, text: &[u16], block_starts: &[u32]) -> Folded {
        Folder::new(text, self).run(block_starts)
    }

    /// Folds a label.
    #[must_use]
    pub fn fold_label(self, label: &str) -> Vec<u8> {
        // Most labels are ASCII words with single spaces between them, and need nothing but small letters.
        let bytes = label.as_bytes();
        let is_plain = self == Self::default()
            && bytes.first() != Some(&b' ')
            && bytes.last() != Some(&b' ')
            && bytes.iter().enumerate().all(|(at, byte)| {
                byte.is_ascii_alphanumeric() || (*byte == b' ' && bytes.get(at + 1) != Some(&b' '))
            });
        if is_plain {
            return bytes.to_ascii_lowercase();
        }
        self.fold_units(&super::utf16(label))
    }

    /// Folds a piece of text that stands alone: what it becomes ends with no space.
    #[must_use]
    pub fn fold_units(self, text: &[u16]) -> Vec<u8> {
        let mut bytes = self.fold(text, &[]).bytes;
        while bytes.last() == Some(&b' ') {
            bytes.pop();
        }
        bytes
    }
}

struct Folder<'t> {
    text: &'t [u16],
    folding: Folding,
    out: Folded,
    /// A character with the marks on it, while they are put together.
    cluster: Vec<char>,
}

impl<'t> Folder<'t> {
    fn new(text: &'t [u16], folding: Folding) -> Self {
        let mut out = Folded::default();
        out.bytes.reserve(text.len() + text.len() / 8);
        Self {
            text,
            folding,
            out,
            cluster: Vec::new(),
        }
    }

    fn run(mut self, block_starts: &[u32]) -> Folded {
        let mut at = 0;
        for &start in block_starts {
            let start = (start as usize).min(self.text.len());
            self.fold_to(at, start);
            if start > 0 {
                // A break stands for nothing in the source: it has no atom of its own to be mapped from.
                self.break_at(start);
            }
            at = at.max(start);
        }
        self.fold_to(at, self.text.len());
        self.out
    }

    fn fold_to(&mut self, mut at: usize, end: usize) {
        while at < end {
            at += self.plain_run(at, end);
            let letters = self.letter_run(at, end);
            at += letters;
            if letters == 0 && at < end {
                at += self.fold_one(at, end);
            }
        }
    }

    /// Copies ASCII letters, digits, single spaces and most punctuation; returns how many code units.
    fn plain_run(&mut self, from: usize, end: usize) -> usize {
        let fold = PlainFold {
            keep_case: self.folding.keep_case,
            stop_at_capital_i: self.folding.dotless_i,
        };
        let after_space = self.ends_in_space();
        let run = &self.text[from..end];
        let mut length = lanes::fold_plain(run, &mut self.out.bytes, fold, after_space);
        if length > 0 && self.mark_at(from + length, end).is_some() {
            // The last one has an accent of its own character.
            length -= 1;
            self.out.bytes.pop();
        }
        self.out.map.push_plain(length, from);
        length
    }

    /// Folds [letters](super::letters) that need no look around them; returns how many code units.
    fn letter_run(&mut self, from: usize, end: usize) -> usize {
        // Cheaper than a piece with nothing in it, which is what follows English most of the time.
        let is_letter = self.text[from..end]
            .first()
            .is_some_and(|&unit| unit >= FIRST_LETTER && !(0x2000..0x3000).contains(&unit));
        if !is_letter || self.folding != Folding::default() {
            return 0;
        }
        let filled = self.out.bytes.len();
        let text = &self.text[from..end];
        let mut units = 0;
        if text[0] >= FIRST_OF_VECTORS {
            units = lanes::fold_letters(text, &mut self.out.bytes);
        }
        if units == 0 {
            let piece = Piece::of(text);
            self.out.bytes.extend_from_slice(piece.bytes());
            units = piece.units;
        }
        if units > 0 && self.mark_at(from + units, end).is_some() {
            units -= 1;
            while self.out.bytes.pop().is_some_and(|byte| byte & 0xC0 == 0x80) {}
        }
        let bytes = self.out.bytes.len() - filled;
        self.out.map.push_characters(bytes, units, from);
        units
    }

    /// A character at `at` that belongs to the one before it, and its code units.
    #[inline]
    fn mark_at(&self, at: usize, end: usize) -> Option<(char, usize)> {
        let &unit = self.text[..end].get(at)?;
        if unit < FIRST_MARK {
            return None;
        }
        let (c, units) = decode_utf16(&self.text[..end], at)?;
        let c = halfwidth(c).unwrap_or(c);
        marks::continues(c).then_some((c, units))
    }

    fn ends_in_space(&self) -> bool {
        matches!(self.out.bytes.last(), None | Some(&(b' ' | BLOCK_BREAK)))
    }

    fn break_at(&mut self, at: usize) {
        if !matches!(self.out.bytes.last(), None | Some(&BLOCK_BREAK)) {
            self.out.bytes.push(BLOCK_BREAK);
            self.out.map.push(1, at, 0);
        }
    }

    /// Folds the character at `at`, and the marks on it; returns their code units.
    fn fold_one(&mut self, at: usize, end: usize) -> usize {
        let Some((c, mut units)) = decode_utf16(&self.text[..end], at) else {
            return 1;
        };
        let before = self.out.bytes.len();
        match kind(c) {
            Kind::Nothing => {}
            Kind::Space => {
                if !self.ends_in_space() {
                    self.out.bytes.push(b' ');
                }
            }
            Kind::Hyphen => {
                let joins = !self.ends_in_space() && self.space_free_after(at + units, end);
                self.out.bytes.push(if joins { b' ' } else { b'-' });
            }
            Kind::Byte(byte) => self.out.bytes.push(byte),
            Kind::Text(text) => {
                // Marks are on the last of its letters.
                let mut letters = text.chars();
                let last = letters.next_back().unwrap_or(c);
                self.out
                    .bytes
                    .extend_from_slice(letters.as_str().as_bytes());
                units += self.fold_letter(last, at + units, end);
            }
            Kind::Letter(c) => units += self.fold_letter(c, at + units, end),
        }
        self.out.map.push(self.out.bytes.len() - before, at, units);
        units
    }

    /// Does something other than space, a hyphen or the end follow? Then a hyphen joins.
    fn space_free_after(&self, mut at: usize, end: usize) -> bool {
        while let Some((c, units)) = decode_utf16(&self.text[..end], at) {
            match kind(c) {
                Kind::Nothing => at += units,
                Kind::Space | Kind::Hyphen => return false,
                _ => return Class::of(c) != Class::Other,
            }
        }
        false
    }

    /// Folds a letter with the marks from `at` on; returns the code units of the marks.
    fn fold_letter(&mut self, c: char, at: usize, end: usize) -> usize {
        let has_marks = self.mark_at(at, end).is_some();
        if !has_marks && is_simple(c) && self.folding == Folding::default() {
            self.push(lower(c));
            return 0;
        }
        let mut cluster = std::mem::take(&mut self.cluster);
        cluster.clear();
        cluster.push(c);
        let mut marks = 0;
        while cluster.len() < LONGEST
            && let Some((mark, units)) = self.mark_at(at + marks, end)
        {
            cluster.push(mark);
            marks += units;
        }
        fold_cluster(&mut cluster, self.folding);
        for &c in &cluster {
            self.push(c);
        }
        self.cluster = cluster;
        marks
    }

    fn push(&mut self, mut c: char) {
        if marks::is_point(c) {
            return;
        }
        if self.folding.drop_accents {
            if marks::is_accent(c) {
                return;
            }
            c = without_accent(c).unwrap_or(c);
        }
        let mut buffer = [0; 4];
        let text = c.encode_utf8(&mut buffer);
        self.out.bytes.extend_from_slice(text.as_bytes());
    }
}

/// No simple letter but ASCII's is below this.
const FIRST_LETTER: u16 = 0xC0;

/// Nor is one that [`lanes::fold_letters`] folds below this.
const FIRST_OF_VECTORS: u16 = 0x400;

/// No code unit below this is a mark on the character before it.
const FIRST_MARK: u16 = 0x300;

#[cfg(test)]
mod tests;
