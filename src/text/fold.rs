//! Folding: what looks the same to a reader becomes the same bytes.
//!
//! | in the text | folded |
//! | --- | --- |
//! | letter case, ß, final ς, dotted İ | lower case, `ss`, σ, `i` |
//! | fullwidth forms, Latin ligatures (ﬁ) | the plain letters |
//! | curly, prime and backtick-like quotes | `'` and `"` |
//! | any run of white space, line breaks included | one space |
//! | a hyphen or short dash between two other characters | one space: "Five-Year" is "Five Year" |
//! | a dash with space around it, an em dash | `-`: it separates, and no term runs across it |
//! | soft hyphens, zero-width characters, variation selectors | nothing |
//! | the start of a block | a line feed, which no label contains: no term runs across it |
//!
//! The output is UTF-8, so that an automaton over bytes can read it. ASCII goes through a table, the rest through one function. Accents are significant:
//! é stays é.

use super::class::Class;
use super::lanes::{self, PlainFold};
use super::{OffsetMap, decode_utf16};
use crate::base::letter::lower;

/// Stands between two blocks. No label folds to it.
pub(crate) const BLOCK_BREAK: u8 = b'\n';

/// Folded text and the way back.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// Folded UTF-8.
    pub bytes: Vec<u8>,
    /// From folded bytes to UTF-16 code units of the source.
    pub map: OffsetMap,
}

/// Folds a page's text. `block_starts` are offsets in UTF-16 code units, ascending, at which a new block begins.
#[must_use]
pub fn fold(text: &[u16], block_starts: &[u32]) -> Folded {
    Folder::new(text, Case::Fold).run(block_starts)
}

/// Folds a glossary's label the way the text is folded.
#[must_use]
pub fn fold_label(label: &str) -> Vec<u8> {
    fold_units_keeping(&super::utf16(label), Case::Fold)
}

/// Folds everything but letter case: what two spellings must share for a label that is compared exactly.
#[must_use]
pub fn fold_label_with_case(label: &str) -> Vec<u8> {
    fold_with_case(&super::utf16(label))
}

/// [`fold_label_with_case`] for code units of a text.
pub(crate) fn fold_with_case(text: &[u16]) -> Vec<u8> {
    fold_units_keeping(text, Case::Keep)
}

fn fold_units_keeping(text: &[u16], case: Case) -> Vec<u8> {
    let mut bytes = Folder::new(text, case).run(&[]).bytes;
    while bytes.last() == Some(&b' ') {
        bytes.pop();
    }
    bytes
}

#[derive(Clone, Copy, PartialEq)]
enum Case {
    Fold,
    Keep,
}

struct Folder<'t> {
    text: &'t [u16],
    case: Case,
    out: Folded,
}

impl<'t> Folder<'t> {
    fn new(text: &'t [u16], case: Case) -> Self {
        let mut out = Folded::default();
        out.bytes.reserve(text.len() + text.len() / 8);
        Self { text, case, out }
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
            let run = self.plain_run(at, end);
            at += run;
            if at < end {
                at += self.fold_one(at);
            }
        }
    }

    /// Copies ASCII letters, digits, single spaces and most punctuation; returns how many code units.
    fn plain_run(&mut self, from: usize, end: usize) -> usize {
        let fold = PlainFold {
            keep_case: self.case == Case::Keep,
            stop_at_capital_i: false,
        };
        let after_space = self.ends_in_space();
        let run = &self.text[from..end];
        let length = lanes::fold_plain(run, &mut self.out.bytes, fold, after_space);
        self.out.map.push_plain(length, from);
        length
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

    /// Folds the character at `at`; returns its code units.
    fn fold_one(&mut self, at: usize) -> usize {
        let Some((c, units)) = decode_utf16(self.text, at) else {
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
                let joins = !self.ends_in_space() && self.space_free_after(at + units);
                self.out.bytes.push(if joins { b' ' } else { b'-' });
            }
            Kind::Byte(byte) => self.out.bytes.push(byte),
            Kind::Text(text) => self.push_text(text),
            Kind::Letter(c) => self.push_letter(c),
        }
        self.out.map.push(self.out.bytes.len() - before, at, units);
        units
    }

    /// Does something other than space, a hyphen or the end follow? Then a hyphen joins.
    fn space_free_after(&self, mut at: usize) -> bool {
        while let Some((c, units)) = decode_utf16(self.text, at) {
            match kind(c) {
                Kind::Nothing => at += units,
                Kind::Space | Kind::Hyphen => return false,
                _ => return Class::of(c) != Class::Other,
            }
        }
        false
    }

    fn push_text(&mut self, text: &str) {
        self.out.bytes.extend_from_slice(text.as_bytes());
    }

    fn push_letter(&mut self, c: char) {
        let mut buffer = [0; 4];
        if self.case == Case::Keep {
            let text = c.encode_utf8(&mut buffer);
            self.out.bytes.extend_from_slice(text.as_bytes());
            return;
        }
        match c {
            'ß' | 'ẞ' => self.push_text("ss"),
            'ς' => self.push_text("σ"),
            _ => {
                let text = lower(c).encode_utf8(&mut buffer);
                self.out.bytes.extend_from_slice(text.as_bytes());
            }
        }
    }
}

/// From a fullwidth form to the ASCII character it stands for.
const FULLWIDTH_OFFSET: u32 = 0xFEE0;

enum Kind {
    Nothing,
    Space,
    Hyphen,
    Byte(u8),
    Text(&'static str),
    Letter(char),
}

fn kind(c: char) -> Kind {
    match c {
        '-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2212}' | '\u{FE63}'
        | '\u{FF0D}' => Kind::Hyphen,
        '\u{2014}' | '\u{2015}' | '\u{2E3A}' | '\u{2E3B}' | '\u{FE58}' => Kind::Byte(b'-'),
        '\u{0}'..=' '
        | '\u{7F}'..='\u{A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => Kind::Space,
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{E0100}'..='\u{E01EF}' => Kind::Nothing,
        '`' | '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{02BC}' | '\u{00B4}' | '\u{02B9}' => {
            Kind::Byte(b'\'')
        }
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{AB}' | '\u{BB}' => Kind::Byte(b'"'),
        '\u{FF01}'..='\u{FF5E}' => {
            Kind::Letter(char::from_u32(u32::from(c) - FULLWIDTH_OFFSET).unwrap_or(c))
        }
        '\u{FB00}' => Kind::Text("ff"),
        '\u{FB01}' => Kind::Text("fi"),
        '\u{FB02}' => Kind::Text("fl"),
        '\u{FB03}' => Kind::Text("ffi"),
        '\u{FB04}' => Kind::Text("ffl"),
        '\u{FB05}' | '\u{FB06}' => Kind::Text("st"),
        '\u{132}' | '\u{133}' => Kind::Text("ij"),
        _ => Kind::Letter(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::utf16;

    fn folded(text: &str) -> String {
        String::from_utf8(fold(&utf16(text), &[]).bytes).unwrap()
    }

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (text, expected) in [
            ("Metaverse", "metaverse"),
            ("STRASSE Straße", "strasse strasse"),
            ("ΛΌΓΟΣ λόγος", "λόγοσ λόγοσ"),
            ("İstanbul", "istanbul"),
            ("ﬁnance ＣＳＲＣ", "finance csrc"),
            ("KPMG’s “rules”", "kpmg's \"rules\""),
            ("a \u{a0}\u{202f}\n\t b", "a b"),
            (
                "Five-Year Five–Year Five‑Year",
                "five year five year five year",
            ),
            ("a - b", "a - b"),
            ("a – b—c", "a - b-c"),
            ("pre- and post-", "pre- and post-"),
            ("block\u{ad}\u{200b}chain", "blockchain"),
            ("résumé", "résumé"),
            ("区块链", "区块链"),
            ("C++ .NET S&P 500", "c++ .net s&p 500"),
            ("💡 idea", "💡 idea"),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn case_is_kept_on_request() {
        assert_eq!(
            fold_label_with_case(" DeFi’s Five-Year "),
            b"DeFi's Five Year".to_vec()
        );
    }

    #[test]
    fn blocks_are_separated_and_breaks_stand_for_nothing() {
        let text = utf16("capital\nmarket");
        let out = fold(&text, &[0, 8]);
        assert_eq!(out.bytes, b"capital \nmarket");
        assert_eq!(out.map.source(9..15), 8..14);
        assert_eq!(out.map.source(0..7), 0..7);
    }

    #[test]
    fn lone_surrogates_keep_their_place() {
        let mut text = utf16("a ");
        text.push(0xD800);
        text.extend(utf16(" Metaverse"));
        let out = fold(&text, &[]);
        let at = out
            .bytes
            .windows(9)
            .position(|w| w == b"metaverse")
            .unwrap();
        assert_eq!(out.map.source(at..at + 9), 4..13);
    }
}
