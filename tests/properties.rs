//! Properties that hold for any text and any glossary, checked on random ones. A failure prints the smallest case and its seed.

use std::ops::Range;

use glossator::text::blocks::{BLOCK, Blocks};
use glossator::text::utf16;
use glossator::{Engine, Glossary, Matcher, ReadOptions};
use oracle::{Oracle, Term};
use proptest::prelude::*;

mod oracle;

/// Letters that make many near misses: words in words, hyphens, spaces of several kinds, marks, other scripts, hidden characters.
const ALPHABET: &[&str] = &[
    "a", "b", "ab", "A", "B", " ", " ", "-", "\u{a0}", "\n", "é", "e\u{301}", "ß", "ss", "区",
    "块", "ж", "Ж", "\u{ad}", "’", "'", "1", "😀",
];

/// Arabic and Hebrew words, and what is written on to their fronts.
const JOINED: &[&str] = &[
    "ال",
    "و",
    "ب",
    "ل",
    "كا",
    "نفط",
    "مؤشر",
    "اقتصاد",
    "ه",
    "ה",
    "ש",
    "מ",
    "בנק",
    "ריבית",
    " ",
    " ",
    "\u{64b}",
    "1",
];

/// Words and what stands between them, for names.
const PIECES: &[&str] = &[
    "Leader",
    "Leader ",
    "leader ",
    "LEADER ",
    "Bank ",
    "bank ",
    "Argus ",
    "argus ",
    "ESA ",
    "Space ",
    "The ",
    "the ",
    "On ",
    "reported ",
    "reported",
    " ",
    ". ",
    "; ",
    ", ",
    "\"",
    "(",
    ") ",
    "X ",
    "2020 ",
    "\u{a0}",
    "\n",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(ALPHABET), 0..40).prop_map(|parts| parts.concat())
}

fn labels() -> impl Strategy<Value = Vec<String>> {
    let label = prop::collection::vec(prop::sample::select(ALPHABET), 1..5)
        .prop_map(|parts| parts.concat());
    prop::collection::vec(label, 1..8)
}

/// Plain labels in any case, without inflection.
fn terms(labels: &[String]) -> Vec<Term> {
    let filled = labels.iter().filter(|label| !label.trim().is_empty());
    let in_any_case = |label: &String| Term {
        label: label.clone(),
        ..Term::default()
    };
    filled.map(in_any_case).collect()
}

fn glossary(labels: &[String]) -> Glossary {
    oracle::glossary(&terms(labels))
}

/// The matcher refuses single letters beside hyphens, parts of numbers and other places that its surroundings rule knows; the oracle does not have that rule, so
/// such a case is left out.
fn touches_surroundings(text: &str, ranges: &[Range<usize>]) -> bool {
    let units = utf16(text);
    let hyphen = |at: Option<usize>| at.and_then(|at| units.get(at)) == Some(&u16::from(b'-'));
    let in_number = |r: &Range<usize>| {
        let quote = |at: Option<usize>| {
            let unit = at.and_then(|at| units.get(at));
            unit.is_some_and(|&unit| unit == u16::from(b'\'') || unit == 0x2019)
        };
        let digits = units[r.clone()].iter().all(|&unit| unit == u16::from(b'1'));
        // "K 1" is one of its kind.
        let is_behind_space = r.start.checked_sub(1).is_some_and(|at| units[at] == 0x20);
        digits && (quote(r.start.checked_sub(1)) || quote(Some(r.end)) || is_behind_space)
    };
    ranges.iter().any(|r| {
        in_number(r) || r.len() == 1 && (hyphen(r.start.checked_sub(1)) || hyphen(Some(r.end)))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_matcher_finds_what_the_oracle_finds(labels in labels(), text in text()) {
        let expected: Vec<Range<usize>> = Oracle::new(&terms(&labels), &utf16(&text), &[])
            .longest_first(|_| true)
            .into_iter()
            .map(|hit| hit.source)
            .collect();
        prop_assume!(!touches_surroundings(&text, &expected));
        let found: Vec<Range<usize>> = Matcher::compile(&glossary(&labels)).expect("compiles")
            .find_in(&utf16(&text))
            .iter()
            .map(|m| m.start as usize..m.end as usize)
            .collect();
        prop_assert_eq!(found, expected);
    }

    /// Words with others written on to their fronts.
    #[test]
    fn fronts_are_read_as_the_oracle_does(
        labels in prop::collection::vec(prop::collection::vec(prop::sample::select(JOINED), 1..4), 1..8),
        text in prop::collection::vec(prop::sample::select(JOINED), 0..40),
    ) {
        let labels: Vec<String> = labels.iter().map(|parts| parts.concat()).collect();
        let units = utf16(&text.concat());
        let terms = terms(&labels);
        let expected: Vec<_> = Oracle::new(&terms, &units, &[]).longest_first(|_| true).into_iter().map(|hit| hit.source).collect();
        prop_assume!(!touches_surroundings(&text.concat(), &expected));
        let found: Vec<_> = Matcher::compile(&glossary(&labels)).expect("compiles").find_in(&units).iter()
            .map(|m| m.start as usize..m.end as usize).collect();
        prop_assert_eq!(found, expected);
    }

    /// Terms of several words over three words: nearly every place is claimed by several.
    #[test]
    fn overlaps_are_resolved_as_the_oracle_does(
        labels in prop::collection::vec((prop::collection::vec("[abc]", 1..6), 0..3), 1..10),
        text in prop::collection::vec("[abcd]", 0..30),
    ) {
        let term = |(words, priority): &(Vec<String>, i32)| Term { label: words.join(" "), priority: *priority, ..Term::default() };
        let terms: Vec<Term> = labels.iter().map(term).collect();
        let units = utf16(&text.join(" "));
        let expected: Vec<_> = Oracle::new(&terms, &units, &[]).longest_first(|_| true).into_iter()
            .map(|hit| (hit.source.start, hit.source.end, hit.terms[0])).collect();
        let found: Vec<_> = Matcher::compile(&oracle::glossary(&terms)).expect("compiles").find_in(&units).into_iter()
            .map(|m| (m.start as usize, m.end as usize, m.entry as usize)).collect();
        prop_assert_eq!(found, expected);
    }

    /// Ordinary words among names, sentences and headings, in two blocks.
    #[test]
    fn words_in_names_are_left_out_as_by_the_oracle(
        labels in prop::collection::vec(prop::sample::select(vec!["leader", "bank", "space", "argus", "on", "argus leader"]), 1..4),
        first in prop::collection::vec(prop::sample::select(PIECES), 0..12),
        second in prop::collection::vec(prop::sample::select(PIECES), 0..12),
    ) {
        let common = |label: &&str| Term { label: (*label).to_owned(), common: !label.contains(' '), ..Term::default() };
        let terms: Vec<Term> = labels.iter().map(common).collect();
        let start = u32::try_from(utf16(&first.concat()).len()).expect("short");
        let units = utf16(&[first, second].concat().concat());
        let starts = [0, start];
        let expected: Vec<_> = Oracle::new(&terms, &units, &starts).longest_first(|_| true).into_iter()
            .map(|hit| hit.source).collect();
        let blocks = Blocks::from_flat(&[0, BLOCK, start, BLOCK][..if start > 0 { 4 } else { 2 }], units.len()).expect("a good table");
        let found: Vec<_> = Matcher::compile(&oracle::glossary(&terms)).expect("compiles").find(&units, &blocks).into_iter()
            .map(|m| m.start as usize..m.end as usize).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_match_folds_to_a_label(labels in labels(), text in text()) {
        let units = utf16(&text);
        let forms: Vec<Vec<u8>> = labels.iter().map(|label| glossator::text::fold_label(label.trim())).collect();
        for m in Matcher::compile(&glossary(&labels)).expect("compiles").find_in(&units) {
            let surface = String::from_utf16_lossy(&units[m.start as usize..m.end as usize]);
            prop_assert!(forms.contains(&glossator::text::fold_label(&surface)), "{surface:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// No text, block table or option makes the engine panic (in Wasm: trap), and what it returns lies inside the text.
    #[test]
    fn nothing_panics(
        terms in prop::collection::vec(prop_oneof![any::<String>(), "[a-c]{1,3}"], 0..6),
        mut units in prop::collection::vec(prop_oneof![any::<u16>(), Just(0xD83D), Just(0xDE00), Just(32), Just(46), 65_u16..91, 97_u16..123], 0..200),
        flat in prop::collection::vec(0_u32..220, 0..12),
        max_marks in any::<usize>(),
        density in any::<f32>(),
    ) {
        // So that there is something to find.
        for (index, term) in terms.iter().enumerate() {
            units.push(32);
            units.extend(utf16(term));
            units.extend([32, if index % 2 == 0 { 0xD83D } else { 46 }]);
        }
        let entries: Vec<_> = terms
            .iter()
            .enumerate()
            .map(|(index, term)| {
                let vetoes = if index % 3 == 2 { vec![term] } else { vec![] };
                serde_json::json!({"term": term, "definition": "d", "aliases": [term], "not": vetoes})
            })
            .collect();
        let Ok(glossary) = Glossary::from_json(&serde_json::json!({ "entries": entries }).to_string()) else { return Ok(()) };
        let engine = Engine::new(glossary).expect("compiles");
        let options = ReadOptions { max_marks, density, ..ReadOptions::default() };
        if let Ok(reading) = engine.read_flat(&units, &flat, &options) {
            let mut end = 0;
            for m in &reading.matches {
                prop_assert!(m.start >= end && m.start < m.end && m.end as usize <= units.len());
                end = m.end;
            }
        }
        // A table that is right by construction is always read.
        let blocks: Vec<u32> = (0..).step_by(7).take_while(|&start| start < units.len() || start == 0)
            .flat_map(|start| [u32::try_from(start).unwrap_or(0), BLOCK | (u32::try_from(start).unwrap_or(0) % 16)]).collect();
        prop_assert!(engine.read_flat(&units, &blocks, &options).is_ok());
    }

    /// Any JSON-like tree gives a glossary or an error that says where; never a panic.
    #[test]
    fn any_json_is_answered(text in "[\\[\\]{}\":,a-z0-9 ]{0,60}", field in "(id|term|aliases|url|case|priority|not|related)", value in "(null|true|1e9|-0\\.5|\"\"|\"x\"|\\[\\]|\\[1\\]|\\{\\}|\\[\\{\\}\\]|\"javascript:x\")") {
        if let Err(error) = Glossary::from_json(&text) {
            prop_assert!(!error.to_string().is_empty());
        }
        let entry = format!("{{\"entries\": [{{\"term\": \"A\", \"definition\": \"d\", \"{field}\": {value}}}]}}");
        if let Err(error) = Glossary::from_json(&entry) {
            prop_assert!(error.path().is_some_and(|path| path.starts_with("entries[0]")), "{error}");
        }
    }

    /// The same text in other blocks: no match crosses a block, and every match inside a block is found in it alone.
    #[test]
    fn blocks_are_read_as_if_alone(labels in labels(), first in text(), second in text()) {
        let matcher = Matcher::compile(&glossary(&labels)).expect("compiles");
        let mut units = utf16(&first);
        units.push(10);
        let start = u32::try_from(units.len()).expect("short");
        units.extend(utf16(&second));
        let blocks = Blocks::from_flat(&[0, BLOCK, start, BLOCK], units.len()).expect("a good table");
        let together: Vec<_> = matcher.find(&units, &blocks).iter().map(|m| (m.start, m.end)).collect();
        let mut alone: Vec<_> = matcher.find_in(&utf16(&first)).iter().map(|m| (m.start, m.end)).collect();
        alone.extend(matcher.find_in(&utf16(&second)).iter().map(|m| (m.start + start, m.end + start)));
        prop_assert_eq!(together, alone);
    }
}
