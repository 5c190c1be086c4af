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

use crate::base::letter::is_capital;
use crate::glossary::CaseRule;
use crate::text::{Folding, char_at};

/// Does letter case matter for a label at all? Asked once for all its forms.
pub(super) fn matters(rule: CaseRule, label: &str) -> bool {
    match rule {
        CaseRule::Ignore => false,
        CaseRule::Exact => true,
        // Most labels are in small letters, and need not be folded to see that.
        CaseRule::Auto => {
            label.chars().any(is_capital) && !particular_words(&with_case(label)).is_empty()
        }
    }
}

fn with_case(label: &str) -> Vec<u8> {
    let folding = Folding {
        keep_case: true,
        ..Folding::default()
    };
    folding.fold_label(label)
}

/// The byte ranges of the words that are acronyms or have a spelling of their own: a capital behind the front, or one capital letter alone.
pub(super) fn particular_words(bytes: &[u8]) -> Vec<(usize, usize)> {
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
        let strictness = Rule::new(&label, Folding::default()).strictness(&label.text);
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
