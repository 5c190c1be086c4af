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

use super::spelling::Habits;
use crate::base::letter::is_capital;
use crate::glossary::CaseRule;
use crate::text::class;
use crate::text::{Folding, char_at};

/// Does letter case matter for a label at all? Asked once for all its forms.
pub(super) fn matters(rule: CaseRule, label: &str, has_capital: bool) -> bool {
    match rule {
        CaseRule::Ignore => false,
        CaseRule::Exact => true,
        // Most labels are in small letters, and need not be folded to see that.
        CaseRule::Auto => has_capital && !particular_words(&with_case(label)).is_empty(),
    }
}

/// How a glossary writes its labels.
#[derive(Clone, Copy)]
pub(super) struct Convention {
    /// Ordinary words are in small letters wherever they stand: not in German, where every noun has a capital.
    pub words_are_small: bool,
    /// Terms of one word are in small letters where they are ordinary words, so that a capital means a name.
    pub capitals_mean_names: bool,
}

/// So many terms of one word in small letters make a convention …
const FEWEST: u32 = 20;

/// … where there are at most so many with a capital for each of them.
const MOST_NAMES: u32 = 3;

/// In a short glossary so many make one, where they are at least half.
const FEWEST_HALF: u32 = 8;

impl Habits {
    pub(super) fn add(&mut self, term: &str) {
        // To count, the letters of English are enough. Acronyms are neither.
        match term.as_bytes() {
            _ if !is_one_word(term) => {}
            [b'a'..=b'z', ..] => self.small += 1,
            [b'A'..=b'Z', b'a'..=b'z', ..] => self.capital += 1,
            _ => {}
        }
    }

    pub(super) fn convention(self, language: &str) -> Convention {
        let words_are_small = !matches!(language.as_bytes(), [b'd' | b'D', b'e' | b'E', ..]);
        Convention {
            words_are_small,
            capitals_mean_names: words_are_small
                && (self.small >= FEWEST && self.capital <= self.small * MOST_NAMES
                    || self.small >= FEWEST_HALF && self.capital <= self.small),
        }
    }
}

/// Has the label no space?
pub(super) fn is_one_word(label: &str) -> bool {
    !label.bytes().any(|byte| byte == b' ')
}

fn with_case(label: &str) -> Vec<u8> {
    Folding::keeping_case().fold_label(label)
}

/// The byte ranges of the words that are acronyms or have a spelling of their own: a capital behind the front, or one capital letter alone.
pub(super) fn particular_words(bytes: &[u8]) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let (mut start, mut letters) = (0, 0_usize);
    let (mut front, mut behind) = (false, false);
    let mut before = ' ';
    let mut at = 0;
    loop {
        let next = char_at(bytes, at);
        match next {
            Some((c, _)) if is_in_word(c) => {
                if class::is_in_word(c) && !c.is_ascii_digit() {
                    letters += 1;
                    front |= letters == 1 && is_capital(c);
                    // "l'Oréal" is what follows the article.
                    behind |= letters > 1 && is_capital(c) && before != '\'';
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
        let Some((c, len)) = next else { return ranges };
        before = c;
        at += len;
    }
}

fn is_in_word(c: char) -> bool {
    class::is_in_word(c) || matches!(c, '\'' | '.' | '+' | '&')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::Label;
    use crate::matcher::compile::Form;
    use crate::matcher::spelling::Rule;
    use crate::text::utf16;

    fn accepts(case: CaseRule, label: &str, surface: &str) -> bool {
        let label = Label {
            text: label.to_owned(),
            case,
            ..Label::default()
        };
        let convention = Convention {
            words_are_small: true,
            capitals_mean_names: false,
        };
        let rule = Rule::new(&label, Folding::default(), convention, true);
        let strictness = rule.strictness(&label.text, Form::Own);
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
