//! The forms in which a label meets a reader: the plural of its head word, the singular of a plural label, and where a language has them, cases and the
//! endings of adjectives.
//!
//! All forms are made when a glossary is compiled, by rules and lists of exceptions ([`rules`]); there is no dictionary. A wrong form that
//! no text contains costs a little memory and is harmless; one that is *another word* ("news" for "new") is what the lists
//! keep out. Which rules there are, where they come from and what is left out on purpose: docs/inflection.md.

mod arabic;
mod english;
mod german;
mod romance;
mod rules;

use crate::base::letter::lower_text;
use crate::text::char_at;
use rules::{Change, Forms, Rules};

/// Forms of a label besides itself, in the label's own spelling. `language` is a BCP 47 tag; what is behind its first part does not matter.
/// A language without rules has no forms, but for Arabic letters, which speak for themselves, and for acronyms: "NFTs" is written in all of them.
pub(super) fn forms(label: &str, language: &str) -> Vec<String> {
    // The first bytes of Arabic letters.
    let is_arabic = label.bytes().any(|byte| matches!(byte, 0xD8 | 0xD9));
    let inflect: fn(&mut Label) = match &primary(language) {
        _ if is_arabic => arabic::inflect,
        b"en" => english::inflect,
        b"de" => german::inflect,
        b"fr" => romance::french,
        b"es" => romance::spanish,
        b"it" => romance::italian,
        b"pt" => romance::portuguese,
        _ if matches!(label.as_bytes(), [.., b'A'..=b'Z']) => english::inflect,
        _ => return Vec::new(),
    };
    let lower = lower_text(label);
    let mut label = Label {
        text: label.as_bytes(),
        lower: lower.as_bytes(),
        forms: Vec::new(),
    };
    // Forms are cut by the bytes of the small letters; a few capitals outside these languages have another number of them.
    if label.lower.len() == label.text.len() {
        inflect(&mut label);
    }
    label.forms
}

/// Is it a tag of the language that two letters stand for?
pub(super) fn is_in(language: &str, letters: [u8; 2]) -> bool {
    primary(language) == letters
}

/// The language of a tag: `en` of "en-GB". Two zeros for what is no language of two letters.
fn primary(language: &str) -> [u8; 2] {
    match *language.as_bytes() {
        [a, b] | [a, b, b'-' | b'_', ..] => [a.to_ascii_lowercase(), b.to_ascii_lowercase()],
        _ => [0, 0],
    }
}

/// A label while its forms are collected.
struct Label<'l> {
    text: &'l [u8],
    /// The text in small letters; of the same length, so that letters that differ are capitals.
    lower: &'l [u8],
    forms: Vec<String>,
}

/// A word of a label: where it begins and ends, in bytes.
#[derive(Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
}

/// What is changed at the end of a word, and where that is.
type Edit = (usize, Change);

impl Label<'_> {
    /// The words between spaces, up to a comma, a bracket or the like: "Bank, central" and "LLM (large language model)" are inflected before it.
    fn words(&self) -> Vec<Word> {
        let mut words = Vec::new();
        let mut start = 0;
        for end in 0..=self.lower.len() {
            let byte = self.lower.get(end).copied().unwrap_or(b' ');
            let is_last = matches!(byte, b',' | b';' | b':' | b'(' | b'[');
            if byte == b' ' || is_last {
                if end > start {
                    words.push(Word { start, end });
                }
                start = end + 1;
                if is_last && !words.is_empty() {
                    break;
                }
            }
        }
        words
    }

    /// The forms of a word by a language's rules, if it is no abbreviation.
    fn rule(&self, word: Word, rules: &Rules) -> Forms {
        rules.forms(part(self.lower, 0, word.end), word.start)
    }

    /// The forms of a word: by its shape if it is an abbreviation, else by the language's rules.
    fn changes(&self, word: Word, rules: &Rules) -> Forms {
        let text = part(self.text, word.start, word.end);
        let lower = part(self.lower, word.start, word.end);
        abbreviation(text, lower).unwrap_or_else(|| self.rule(word, rules))
    }

    /// Adds a form: the label with these ends of words, which stand in order, changed.
    fn add(&mut self, edits: &[Edit]) {
        let mut form = Vec::with_capacity(self.text.len() + 4);
        let mut at = 0;
        for &(end, change) in edits {
            form.extend_from_slice(part(self.text, at, end.saturating_sub(change.dropped)));
            form.extend_from_slice(change.suffix);
            at = end;
        }
        form.extend_from_slice(part(self.text, at, self.text.len()));
        self.push(form);
    }

    /// Adds a form, unless it is there already.
    fn push(&mut self, form: Vec<u8>) {
        if form == self.text {
            return;
        }
        // Rules only drop whole characters. Not by `from_utf8`: its check is 0.4 KB of the module.
        let (bytes, mut form) = (form, String::new());
        let mut at = 0;
        while let Some((c, length)) = char_at(&bytes, at) {
            form.push(c);
            at += length;
        }
        if !self.forms.contains(&form) {
            self.forms.push(form);
        }
    }
}

fn part(text: &[u8], start: usize, end: usize) -> &[u8] {
    text.get(start..end).unwrap_or_default()
}

/// The forms of a word that is no ordinary one, in any language: acronyms take a small s (NFTs), or have the same form for both numbers; what has a digit, ends in a
/// symbol or in another script (区块链), or is one letter has none.
fn abbreviation(text: &[u8], lower: &[u8]) -> Option<Forms> {
    let is_latin = match *lower {
        // U+00C0 to U+024F
        [.., lead, last] => last.is_ascii_lowercase() || matches!(lead, 0xC3..=0xC9),
        _ => false,
    };
    if !is_latin || lower.iter().any(u8::is_ascii_digit) {
        return Some(Forms(b""));
    }
    let is_capital = |at: usize| text.get(at) != lower.get(at);
    let last = text.len() - 1;
    match text.get(last) {
        Some(b'S') => Some(Forms(b"00s0es")),
        _ if is_capital(last) => Some(Forms(b"00s")),
        // NFTs, a plural.
        Some(b's') if last > 1 && (0..last).all(is_capital) => Some(Forms(b"1")),
        _ => None,
    }
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
    fn acronyms_have_a_plural_in_every_language() {
        for language in ["en", "de", "nl", "pl", "tr", "ru", "ja", "zh-Hans", ""] {
            assert!(
                forms("NFT", language).contains(&"NFTs".into()),
                "{language}"
            );
        }
        check(
            "ja",
            &[
                ("LLM", "LLMs"),
                ("web API", "web APIs"),
                ("Bank", ""),
                ("A", ""),
            ],
        );
    }

    #[test]
    fn strange_labels_do_no_harm() {
        for language in ["en", "de", "fr", "es", "it", "pt"] {
            for label in [
                "",
                " ",
                "  ",
                ",",
                "(",
                "-",
                "--",
                " - ",
                "of",
                "of of",
                "s",
                "es",
                "ies",
                "É",
                "ß",
                "ss",
                "d'",
                "d’",
                "’",
                "'s",
                "İs",
                "Ⱥs",
                "KKs",
                "区块链",
                "👩🏽‍💻",
                "ão",
                "ções",
                "e\u{301}s",
                "\u{2010}s",
                "a\u{2011}of\u{2011}b",
                "de de de",
                "de la de",
                "+s",
                "^s",
                "0",
            ] {
                assert!(forms(label, language).len() <= 10, "{label}");
            }
        }
    }
}
