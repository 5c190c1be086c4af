//! The forms in which a label meets a reader: the plural of its head word, the singular of a plural label, and where a language has them, cases and the
//! endings of adjectives.
//!
//! All forms are made when a glossary is compiled, by rules and lists of exceptions ([`rules`]); there is no dictionary. A wrong form that
//! no text contains costs a little memory and is harmless; one that is *another word* ("news" for "new") is what the lists
//! keep out. Which rules there are, where they come from and what is left out on purpose: docs/inflection.md.

mod english;
mod german;
mod romance;
mod rules;

use crate::base::letter::{is_capital, lower_text};
use rules::{Change, Forms, Rules};

/// Forms of a label besides itself, in the label's own spelling. `language` is a BCP 47 tag; what is behind its first part does not matter.
/// A language without rules has no forms.
pub(super) fn forms(label: &str, language: &str) -> Vec<String> {
    let inflect: fn(&mut Label) = match &primary(language) {
        b"en" => english::inflect,
        b"de" => german::inflect,
        b"fr" => romance::french,
        b"es" => romance::spanish,
        b"it" => romance::italian,
        b"pt" => romance::portuguese,
        _ => return Vec::new(),
    };
    let mut label = Label::new(label);
    // Forms are cut by the bytes of the small letters, which a few capitals outside these languages do not share.
    if label.lower.len() == label.text.len() {
        inflect(&mut label);
    }
    label.forms
}

/// The language of a tag: `en` of "en-GB". Two zeros for what is no language of two letters.
fn primary(language: &str) -> [u8; 2] {
    match *language.as_bytes() {
        [a, b] | [a, b, b'-' | b'_', ..] => [a.to_ascii_lowercase(), b.to_ascii_lowercase()],
        _ => [0, 0],
    }
}

/// A label while its forms are collected. All places in it are bytes.
struct Label<'l> {
    text: &'l str,
    lower: String,
    forms: Vec<String>,
}

/// A word of a label: where it begins and ends, in bytes.
#[derive(Clone, Copy, PartialEq)]
struct Word {
    start: usize,
    end: usize,
}

/// What is changed at the end of a word, in one form.
type Edit = (usize, Change);

impl<'l> Label<'l> {
    fn new(text: &'l str) -> Self {
        Self {
            text,
            lower: lower_text(text),
            forms: Vec::new(),
        }
    }

    /// The words between spaces, up to a comma, a bracket or the like: "Bank, central" and "LLM (large language model)" are inflected before it.
    fn words(&self) -> Vec<Word> {
        let mut words = Vec::new();
        let mut start = 0;
        for (at, byte) in self.lower.bytes().chain([b' ']).enumerate() {
            let is_end = matches!(byte, b',' | b';' | b':' | b'(' | b'[');
            if byte == b' ' || is_end {
                if at > start {
                    words.push(Word { start, end: at });
                }
                start = at + 1;
                if is_end && !words.is_empty() {
                    break;
                }
            }
        }
        words
    }

    fn lower(&self, word: Word) -> &str {
        part(&self.lower, word.start, word.end)
    }

    /// The forms of a word: by its shape if it is an abbreviation, else by the language's rules.
    fn changes(&self, word: Word, rules: &Rules) -> Forms {
        let text = part(self.text, word.start, word.end);
        abbreviation(text).unwrap_or_else(|| rules.forms(&self.lower, word.start, word.end))
    }

    /// Adds a form: the label with these ends of words, which stand in order, changed.
    fn add(&mut self, edits: &[Edit]) {
        let mut form = String::with_capacity(self.text.len() + 4);
        let mut at = 0;
        for &(end, change) in edits {
            form += part(self.text, at, end.saturating_sub(change.dropped));
            form += change.suffix;
            at = end;
        }
        form += part(self.text, at, self.text.len());
        if form != self.text && !self.forms.contains(&form) {
            self.forms.push(form);
        }
    }
}

/// A part of a text, by bytes. Rules only drop whole characters; a cut through one would give nothing.
fn part(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// The forms of a word that is no ordinary one, in any language: acronyms take a small s (NFTs), or have the same form for both numbers; what has a digit, ends in a
/// symbol or another script, or is one letter has none.
fn abbreviation(word: &str) -> Option<Forms> {
    let (mut count, mut capitals) = (0_usize, 0_usize);
    let (mut last, mut last_is_capital) = (' ', false);
    for c in word.chars() {
        if c.is_ascii_digit() {
            return Some(Forms(""));
        }
        last = c;
        last_is_capital = is_capital(c);
        count += 1;
        capitals += usize::from(last_is_capital);
    }
    // 区块链 has no plural in s.
    if count < 2 || !last.is_alphabetic() || u32::from(last) >= 0x250 {
        return Some(Forms(""));
    }
    if last_is_capital {
        return Some(Forms(if last == 'S' { "00s0es" } else { "00s" }));
    }
    // NFTs, a plural.
    (last == 's' && capitals > 1 && capitals + 1 == count).then_some(Forms("1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks rows of labels and their forms, which are parted by commas.
    #[track_caller]
    pub(super) fn check(language: &str, rows: &[(&str, &str)]) {
        let wrong: Vec<String> = rows
            .iter()
            .map(|(label, expected)| (label, expected, forms(label, language).join(", ")))
            .filter(|(_, expected, found)| found != *expected)
            .map(|(label, expected, found)| {
                format!("{label}: expected {expected:?}, found {found:?}")
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn only_the_language_itself_counts() {
        for (language, expected) in [
            ("en", 1),
            ("en-GB", 1),
            ("EN_us", 1),
            ("eng", 0),
            ("e", 0),
            ("", 0),
            ("zh-Hans", 0),
            ("nl", 0),
        ] {
            assert_eq!(forms("bank", language).len(), expected, "{language}");
        }
    }

    #[test]
    #[ignore = "prints"]
    fn dump() {
        use std::io::BufRead;
        let language = std::env::var("L").unwrap();
        for line in std::io::stdin().lock().lines() {
            let line = line.unwrap();
            println!("{line}\t{}", forms(&line, &language).join(" | "));
        }
    }

    #[test]
    fn strange_labels_do_no_harm() {
        for language in ["en", "de", "fr", "es", "it", "pt"] {
            for label in [
                "", " ", "  ", ",", "(", "-", "--", " - ", "of", "of of", "s", "es", "ies", "É", "ß", "ss", "d'", "d’", "’", "'s", "İs", "Ⱥs", "KKs",
                "区块链", "👩🏽‍💻", "ão", "ções", "e\u{301}s", "\u{2010}s", "a\u{2011}of\u{2011}b", "de de de", "de la de", "+s", "^s", "0",
            ] {
                assert!(forms(label, language).len() < 10, "{label}");
            }
        }
    }
}
