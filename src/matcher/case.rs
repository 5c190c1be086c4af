//! When does letter case matter?
//!
//! | rule | "CSRC", "DeFi", "US" | "blockchain", "Capital Market" |
//! | --- | --- | --- |
//! | `auto` | as written | in any case |
//! | `exact` | as written | as written |
//! | `ignore` | in any case | in any case |
//!
//! `auto` takes a label for an acronym or a name with a spelling of its own when one of its words has a capital anywhere but at its front, or is a
//! single capital letter. Only those words must be as written; "bitcoin ETF" also finds "Bitcoin ETF". A word of one label that
//! is all capitals in the text never makes the label an acronym: that is decided by the glossary alone.
//!
//! Whether a capital at a word's front means anything depends on the glossary: most capitalise every headword. One that writes ordinary words in small letters
//! ([`Convention`]) means a name by a capital, and then an alias of one word is a name's short form: "Total" (for "TotalEnergies") must have its capital, and "total" is
//! another word. Terms themselves, and labels of several words, are found in any case all the same: "bitcoin" is "Bitcoin".

use crate::base::letter::{is_capital, is_small};
use crate::glossary::{CaseRule, Entry, Label};
use crate::text::{Folding, char_at};

/// Does letter case matter for a label at all? Asked once for all its forms.
pub(super) fn matters(rule: CaseRule, label: &str) -> bool {
    match rule {
        CaseRule::Ignore => false,
        CaseRule::Exact => true,
        // Most labels are in small letters, and need not be folded to see that.
        CaseRule::Auto => {
            label.chars().any(is_capital) && !particular_words(&with_case(label), false).is_empty()
        }
    }
}

/// How a glossary writes its labels.
pub(super) struct Convention {
    /// Ordinary words are in small letters, so that a capital means a name.
    capitals_mean_names: bool,
    /// In German every noun has a capital, and a capital never means a name.
    is_german: bool,
}

/// A convention is one where at least so many labels of one word are in small letters …
const MOST_EXCEPTIONS: u32 = 20;

/// … and for each of them there are at most so many with a capital.
const MOST_NAMES: u32 = 3;

impl Convention {
    pub(super) fn of<'a>(labels: impl Iterator<Item = &'a Label>, language: &str) -> Self {
        let (mut small, mut capital) = (0_u32, 0);
        for label in labels {
            let mut letters = label.text.chars();
            let is_plain =
                letters.next().is_some_and(is_capital) && letters.next().is_some_and(is_small);
            if !label.text.contains(' ') {
                small += u32::from(label.text.chars().all(is_small));
                capital += u32::from(is_plain);
            }
        }
        let is_german = matches!(language.as_bytes(), [b'd' | b'D', b'e' | b'E', ..]);
        Self {
            capitals_mean_names: small >= MOST_EXCEPTIONS
                && small * MOST_NAMES >= capital
                && !is_german,
            is_german,
        }
    }

    /// Is the label one word of the language, which a name may use?
    pub(super) fn is_common(&self, label: &Label) -> bool {
        label.case == CaseRule::Auto && !self.is_german && label.text.chars().all(is_small)
    }

    /// Is the label a short form of a name?
    pub(super) fn is_short_name(&self, label: &Label, entry: &Entry) -> bool {
        let text = label.text.strip_prefix("the ").unwrap_or(&label.text);
        let is_capitalized = |text: &str| text.chars().next().is_some_and(is_capital);
        self.capitals_mean_names
            && label.case == CaseRule::Auto
            && label.text != entry.term.text
            && !text.contains(' ')
            && is_capitalized(text)
            && is_capitalized(&entry.term.text)
    }
}

fn with_case(label: &str) -> Vec<u8> {
    let folding = Folding {
        keep_case: true,
        ..Folding::default()
    };
    folding.fold_label(label)
}

/// The byte ranges of the words that are acronyms or have a spelling of their own: a capital behind the front, or one capital letter alone. In a name also
/// the capitals at the front of words.
pub(super) fn particular_words(bytes: &[u8], is_name: bool) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let (mut start, mut letters) = (0, 0_usize);
    let (mut front, mut behind) = (false, false);
    let mut at = 0;
    loop {
        let next = char_at(bytes, at);
        match next {
            Some((c, _)) if is_in_word(c) => {
                if c.is_alphabetic() {
                    letters += 1;
                    front |= letters == 1 && is_capital(c);
                    if is_name && front && letters == 1 {
                        ranges.push((at, at + c.len_utf8()));
                    }
                    behind |= letters > 1 && is_capital(c);
                }
            }
            _ => {
                if behind || (front && letters == 1) {
                    ranges.push((start, at));
                }
                (letters, front, behind) = (0, false, false);
                start = at + next.map_or(0, |(_, len)| len);
            }
        }
        let Some((_, len)) = next else { return ranges };
        at += len;
    }
}

fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '.' | '+' | '&')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::Label;
    use crate::matcher::spelling::Rule;
    use crate::text::utf16;

    fn accepts(case: CaseRule, label: &str, surface: &str) -> bool {
        let label = Label {
            text: label.to_owned(),
            case,
            ..Label::default()
        };
        let strictness = Rule::new(&label, Folding::default(), false).strictness(&label.text);
        strictness.is_none_or(|strictness| strictness.accepts(&utf16(surface)))
    }

    #[test]
    fn auto_tells_acronyms_from_words() {
        for (label, surface, expected) in [
            ("CSRC", "CSRC", true),
            ("CSRC", "csrc", false),
            ("WHO", "who", false),
            ("WHO", "Who", false),
            ("DeFi", "DeFi", true),
            ("DeFi", "DEFI", false),
            ("blockchain", "BLOCKCHAIN", true),
            ("Capital Market", "capital market", true),
            ("bitcoin ETF", "Bitcoin ETF", true),
            ("bitcoin ETF", "bitcoin etf", false),
            ("e-CNY", "E-CNY", true),
            ("e-CNY", "e-cny", false),
            ("A-share", "A-Share", true),
            ("A-share", "a share", false),
            ("S&P 500", "s&p 500", false),
        ] {
            assert_eq!(
                accepts(CaseRule::Auto, label, surface),
                expected,
                "{label} / {surface}"
            );
        }
    }

    #[test]
    fn exact_and_ignore() {
        assert!(!accepts(CaseRule::Exact, "Bonds", "bonds"));
        assert!(accepts(CaseRule::Exact, "Bonds", "Bonds"));
        assert!(accepts(CaseRule::Ignore, "CSRC", "csrc"));
    }
}
