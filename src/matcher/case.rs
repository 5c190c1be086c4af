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
use crate::text::{char_at, fold_label_with_case, fold_with_case};

/// What the text must share with the label besides the folded form: one of these written forms, folded but for case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Strictness(Vec<Written>);

/// A written form; only the bytes of `strict` words are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    bytes: Vec<u8>,
    /// Ranges of `bytes` that must be equal.
    strict: Vec<(usize, usize)>,
}

impl Strictness {
    /// Either of the two is enough.
    pub(super) fn join(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Does a piece of text that folds to the right form also have the right case?
    pub(super) fn accepts(&self, surface: &[u16]) -> bool {
        let found = fold_with_case(surface);
        self.0.iter().any(|form| form.accepts(&found))
    }
}

impl Written {
    fn accepts(&self, found: &[u8]) -> bool {
        // Case changes the length of some letters; then a strict comparison by place cannot hold.
        found.len() == self.bytes.len()
            && self
                .strict
                .iter()
                .all(|&(start, end)| found[start..end] == self.bytes[start..end])
    }
}

/// Does letter case matter for a label at all? Asked once for all its forms.
pub(super) fn matters(rule: CaseRule, label: &str) -> bool {
    match rule {
        CaseRule::Ignore => false,
        CaseRule::Exact => true,
        // Most labels are in small letters, and need not be folded to see that.
        CaseRule::Auto => {
            label.chars().any(is_capital)
                && !particular_words(&fold_label_with_case(label)).is_empty()
        }
    }
}

/// How strict is a form of a label for which case matters?
pub(super) fn strictness(rule: CaseRule, written: &str) -> Strictness {
    let bytes = fold_label_with_case(written);
    let strict = if rule == CaseRule::Exact {
        vec![(0, bytes.len())]
    } else {
        particular_words(&bytes)
    };
    Strictness(vec![Written { bytes, strict }])
}

/// The byte ranges of the words that are acronyms or have a spelling of their own: a capital behind the front, or one capital letter alone.
fn particular_words(bytes: &[u8]) -> Vec<(usize, usize)> {
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
    use crate::text::utf16;

    fn accepts(rule: CaseRule, label: &str, surface: &str) -> bool {
        !matters(rule, label) || strictness(rule, label).accepts(&utf16(surface))
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
