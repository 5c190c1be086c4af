//! The same folded text for two scans inside Wasm: the engine's own, and the one that everybody writes with `aho-corasick`.
//!
//! Text and folded text lie in Wasm memory before the clock starts, and an answer is a number: nothing is copied in what is
//! timed. Nothing of this is shipped.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use glossator::text::{Folded, fold};
use glossator::{Entry, Glossary, Matcher};
use wasm_bindgen::prelude::*;

/// A glossary, compiled for both, and a text, folded for both.
#[wasm_bindgen]
pub struct Contest {
    matcher: Matcher,
    stock: AhoCorasick,
    text: Vec<u16>,
    starts: Vec<u32>,
    folded: Folded,
}

#[wasm_bindgen]
impl Contest {
    /// `glossary` is a glossary file; `text` has UTF-16 code units, and blocks begin at `starts`.
    ///
    /// # Errors
    ///
    /// When the glossary is wrong.
    #[wasm_bindgen(constructor)]
    pub fn new(glossary: &str, text: Vec<u16>, starts: Vec<u32>) -> Result<Contest, String> {
        let glossary = Glossary::from_json(glossary).map_err(|error| error.to_string())?;
        let matcher = Matcher::compile(&glossary).map_err(|error| error.to_string())?;
        let stock = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::LeftmostLongest)
            .build(patterns(&glossary))
            .map_err(|error| error.to_string())?;
        let folded = fold(&text, &starts);
        Ok(Self {
            matcher,
            stock,
            text,
            starts,
            folded,
        })
    }

    /// The number of forms that our matcher looks for.
    #[must_use]
    pub fn forms(&self) -> usize {
        self.matcher.forms()
    }

    /// The number of patterns that the stock automaton looks for.
    #[must_use]
    pub fn patterns(&self) -> usize {
        self.stock.patterns_len()
    }

    /// Folds the text, which both need. Returns the bytes of folded text.
    pub fn fold(&mut self) -> usize {
        self.folded = fold(&self.text, &self.starts);
        self.folded.bytes.len()
    }

    /// Our scan. Returns the number of matches; each has its offsets in the page's own counting, and passed the case rule.
    #[must_use]
    pub fn scan_ours(&self) -> usize {
        self.matcher.find_folded(&self.text, &self.folded).len()
    }

    /// The stock scan: leftmost-longest, then what is no whole word is dropped. Returns the number of matches. Offsets stay
    /// those of the folded text, and case is not looked at.
    #[must_use]
    pub fn scan_stock(&self) -> usize {
        let bytes = &self.folded.bytes[..];
        let matches = self.stock.find_iter(bytes);
        let words = matches
            .filter(|found| is_boundary(bytes, found.start()) && is_boundary(bytes, found.end()));
        // Collected as ours are: a page wants places, not a number.
        words
            .map(|found| (found.start(), found.end(), found.pattern()))
            .collect::<Vec<_>>()
            .len()
    }
}

/// Each label and one plural: about as many patterns as our matcher makes forms. In which way they differ hardly matters, the
/// size of the automaton does.
fn patterns(glossary: &Glossary) -> Vec<Vec<u8>> {
    let mut patterns = Vec::new();
    for label in glossary.entries().iter().flat_map(Entry::labels) {
        let units: Vec<u16> = label.text.encode_utf16().collect();
        let mut label = fold(&units, &[]).bytes;
        label.truncate(label.trim_ascii_end().len());
        let plural = match label.split_last() {
            Some((b'y', stem)) => [stem, b"ies"].concat(),
            Some((b's' | b'x' | b'z' | b'h', _)) => [&label[..], b"es"].concat(),
            _ => [&label[..], b"s"].concat(),
        };
        patterns.extend([label, plural]);
    }
    patterns
}

/// Is there something other than a word character on at least one side of `at`?
fn is_boundary(bytes: &[u8], at: usize) -> bool {
    !(last_char(&bytes[..at]).is_some_and(is_word) && first_char(&bytes[at..]).is_some_and(is_word))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Looks at four bytes at most, and decodes one character of UTF-8.
fn first_char(bytes: &[u8]) -> Option<char> {
    let is_inside = |at: usize| bytes.get(at).is_some_and(|byte| byte & 0xC0 == 0x80);
    let end = (1..=4).find(|&at| !is_inside(at))?;
    std::str::from_utf8(bytes.get(..end)?).ok()?.chars().next()
}

fn last_char(bytes: &[u8]) -> Option<char> {
    let start = bytes.iter().rposition(|byte| byte & 0xC0 != 0x80)?;
    std::str::from_utf8(&bytes[start..]).ok()?.chars().next()
}
