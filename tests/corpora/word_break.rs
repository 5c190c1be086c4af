//! Our word boundaries against Unicode's own test (UAX #29, `WordBreakTest.txt` of Unicode 15).
//!
//! Each line is a text with a decision between every two characters. Characters that folding removes (soft hyphen, joiners) are taken out
//! first, as the matcher does; the decision before the next character that stays is the one that counts.

use std::collections::BTreeMap;

use glossator::text::class::Class;

use crate::unicode::{self, Character};

/// Why we decide otherwise: the reason, and how many positions of the test it covers.
const DELIBERATE: &[(&str, usize)] = &[
    (
        "a break at an apostrophe, quote, full stop or colon between letters: possessives and elisions hold their term, addresses have a rule of their own",
        70,
    ),
    (
        "a break at a comma, full stop or apostrophe between digits: numbers have a rule of their own",
        47,
    ),
    (
        "a break beside a Katakana: terms are found inside a run of them, and beside `_`",
        8,
    ),
    ("no word is near: spaces, line breaks, flags and emoji", 22),
    (
        "a combining mark on something that is no letter counts as a letter",
        288,
    ),
    (
        "a combining mark belongs to what stands before it, a line break included",
        91,
    ),
];

fn reason(before: &Character, after: &Character) -> Option<usize> {
    let digit = |c: &Character| c.property == "Numeric";
    let middle = |c: &Character| {
        [
            "MidLetter",
            "MidNum",
            "MidNumLet",
            "Single_Quote",
            "Double_Quote",
        ]
        .contains(&c.property.as_str())
    };
    let wordless = |c: &Character| Class::of(c.c) == Class::Other;
    if after.breaks {
        // Unicode parts, we join.
        return match (before.property.as_str(), after.property.as_str()) {
            ("CR" | "LF" | "Newline", "Extend_FE") => Some(5),
            ("Extend_FE", _) => Some(4),
            _ => None,
        };
    }
    let katakana = |c: &Character| c.property == "Katakana";
    if wordless(after) && (wordless(before) || !middle(after)) {
        Some(3)
    } else if middle(before) || middle(after) {
        Some(usize::from(digit(before) || digit(after)))
    } else if katakana(before) || katakana(after) {
        Some(2)
    } else {
        None
    }
}

#[test]
fn unicode_word_breaks() {
    let Some(mut lines) = unicode::lines("peer-tests/unicode15/WordBreakTest.txt") else {
        return;
    };
    for line in &mut lines {
        line.retain(|character| !character.is_hidden());
    }
    let mut same = 0;
    let mut reasons = vec![0; DELIBERATE.len()];
    let mut unexplained = BTreeMap::new();
    for characters in &lines {
        for pair in characters.windows(2) {
            let [before, after] = pair else { continue };
            if Class::boundary(Some(before.c), Some(after.c)) == after.breaks {
                same += 1;
            } else if let Some(index) = reason(before, after) {
                reasons[index] += 1;
            } else {
                let what = format!(
                    "{} {} | {} {}, Unicode breaks: {}",
                    before.property,
                    before.c.escape_unicode(),
                    after.property,
                    after.c.escape_unicode(),
                    after.breaks
                );
                *unexplained.entry(what).or_insert(0) += 1;
            }
        }
    }
    assert!(unexplained.is_empty(), "{unexplained:#?}");
    let expected: Vec<usize> = DELIBERATE.iter().map(|&(_, count)| count).collect();
    assert_eq!((lines.len(), same, reasons), (1823, 3238, expected));
}
