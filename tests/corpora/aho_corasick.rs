//! aho-corasick's own cases, those for leftmost-longest matching.
//!
//! Its patterns are strings and ours are whole words, so a case is asked twice, with each letter written as something that has a word boundary on both sides:
//! a Han character, and a word of its own between spaces. Then both must find the same. Cases that ask whether case matters only have the words.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support;

struct Case {
    collection: String,
    name: String,
    patterns: Vec<String>,
    haystack: String,
    /// Pattern, start and end in bytes; all is ASCII.
    matches: Vec<[usize; 3]>,
}

/// The collections that the crate itself runs for leftmost-longest search of a whole text.
const OURS: &[&str] = &[
    "BASICS",
    "LEFTMOST",
    "LEFTMOST_LONGEST",
    "NON_OVERLAPPING",
    "REGRESSION",
    "ASCII_CASE_INSENSITIVE",
    "ASCII_CASE_INSENSITIVE_NON_OVERLAPPING",
];

/// Of two overlapping labels of the same length the leftmost wins there, and the one that comes first in the glossary here.
const TIES: &[&str] = &["leftmost310", "leftmost330", "leftmost340", "leftmost350"];

/// Writes letters as characters or words. `joint` stands between two.
struct Spelling {
    letter: fn(char) -> String,
    joint: &'static str,
}

/// Each letter is a Han character: no boundary is needed anywhere.
const HAN: Spelling = Spelling {
    letter: |c| char::from_u32(0x4E00 + u32::from(c)).map_or_else(String::new, String::from),
    joint: "",
};

/// Each letter is a word: "a b" for "ab". The q keeps other characters than letters inside the word apart, and single letters out of the way of their rule.
const WORDS: Spelling = Spelling {
    letter: |c| {
        if c.is_ascii_alphabetic() {
            format!("q{c}")
        } else {
            format!("q{}", u32::from(c))
        }
    },
    joint: " ",
};

impl Spelling {
    fn write(&self, text: &str) -> String {
        text.chars()
            .map(self.letter)
            .collect::<Vec<_>>()
            .join(self.joint)
    }

    /// Where the letters `start..end` of the text stand in what was written, in UTF-16 code units.
    fn place(&self, text: &str, start: usize, end: usize) -> (usize, usize) {
        let length = |text: &str| self.write(text).encode_utf16().count();
        let gap = if start > 0 { self.joint.len() } else { 0 };
        (length(&text[..start]) + gap, length(&text[..end]))
    }

    fn check(&self, case: &Case) {
        let patterns: Vec<String> = case
            .patterns
            .iter()
            .map(|pattern| self.write(pattern))
            .collect();
        let rule = if case.collection.starts_with("ASCII_CASE") {
            "ignore"
        } else {
            "exact"
        };
        let options = json!({"case": rule, "inflect": false});
        let matcher = support::matcher(
            patterns
                .iter()
                .map(|pattern| (pattern.as_str(), Vec::new())),
            &options,
        );
        let expected: Vec<_> = case
            .matches
            .iter()
            .map(|&[pattern, start, end]| {
                let (start, end) = self.place(&case.haystack, start, end);
                (start, end, pattern)
            })
            .collect();
        let found = support::spans(&matcher, &self.write(&case.haystack));
        assert_eq!(
            found == expected,
            !TIES.contains(&case.name.as_str()),
            "{} {}: {:?} in {:?}: {found:?} instead of {expected:?}",
            case.collection,
            case.name,
            case.patterns,
            case.haystack
        );
    }
}

#[test]
fn leftmost_longest() {
    let Some(cases) = cases() else { return };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &cases {
        let outcome = if case.collection.contains("ANCHORED") {
            "anchored search"
        } else if !OURS.contains(&case.collection.as_str()) {
            "overlapping, standard or leftmost-first search"
        } else if case.patterns.iter().any(String::is_empty) {
            "an empty pattern"
        } else {
            WORDS.check(case);
            if !case.collection.starts_with("ASCII_CASE") {
                HAN.check(case);
            }
            if TIES.contains(&case.name.as_str()) {
                "another label of the same length"
            } else {
                "passed"
            }
        };
        *counts.entry(outcome).or_default() += 1;
    }
    let counts: Vec<_> = counts.into_iter().collect();
    let expected = [
        ("an empty pattern", 15),
        ("anchored search", 98),
        ("another label of the same length", 4),
        ("overlapping, standard or leftmost-first search", 46),
        ("passed", 79),
    ];
    assert_eq!(counts, expected);
}

fn cases() -> Option<Vec<Case>> {
    let json = support::read_json("peer-tests/aho-corasick-cases.json")?;
    // A few bytes are written as escapes.
    let text = |value: &Value| {
        value
            .as_str()
            .expect("a text")
            .replace("\\x00", "\0")
            .replace("\\x01", "\u{1}")
    };
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
    let cases = json.as_array().expect("an array").iter().map(|case| Case {
        collection: text(&case["collection"]),
        name: text(&case["name"]),
        patterns: case["patterns"]
            .as_array()
            .expect("patterns")
            .iter()
            .map(text)
            .collect(),
        haystack: text(&case["haystack"]),
        matches: case["matches"]
            .as_array()
            .expect("matches")
            .iter()
            .map(|found| [number(&found[0]), number(&found[1]), number(&found[2])])
            .collect(),
    });
    Some(cases.collect())
}
