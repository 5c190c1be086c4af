//! Reading with the entries that a text can name is reading with all of them.

use glossator::article::OWN;
use glossator::engine::parts::{self, Habits};
use glossator::text::blocks::Blocks;
use glossator::text::utf16;
use glossator::{Engine, Glossary, ReadOptions};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Labels that have something in common, and whatever the engine looks at: case, accents, scripts without spaces, symbols, states, vetoes.
const LABELS: &[&str] = &[
    "China Securities Regulatory Commission",
    "China Securities",
    "CSRC",
    "market",
    "capital market",
    "capital markets union",
    "index",
    "bank",
    "Bank",
    "central bank digital currency",
    "central bank",
    "bank digital currency",
    "区块链",
    "区块",
    "链",
    "résumé",
    "resume",
    "été",
    "C++",
    ".NET",
    "AT&T",
    "S&P 500",
    "TX",
    "agency",
    "Space Agency",
    "dış ticaret",
    "IŞIK",
    "Straße",
    "e-mail",
    "self-regulatory organization (SRO)",
    "Total",
    "ガラス",
    "a",
];

/// What texts are made of, beside the labels.
const OTHERS: &[&str] = &[
    "the",
    "of",
    "NIST CSRC",
    "Markets",
    "banks",
    "river bank",
    "European",
    "Houston,",
    "(SRO)",
    "—",
    "\n",
    ".",
    ",",
    "“",
    "DIŞ TİCARET",
    "STRASSE",
    "e‑mails",
    "indices",
    "ıŞık",
    "RÉSUMÉS",
    "total",
    "emails",
    "ガラスの",
    "catalogues of things that are no terms",
];

fn entry(number: usize, (label, alias, rule, flags): (usize, usize, u8, u8)) -> Value {
    let mut entry = json!({
        "id": format!("{number}"), "term": LABELS[label], "aliases": [LABELS[alias]], "definition": "What it is, in markets and banks.",
        "priority": i64::from(flags >> 5), "category": if flags & 1 == 0 { "Body" } else { "Thing" },
        "case": (["auto", "exact", "ignore"][usize::from(rule % 3)]),
        "diacritics": if rule & 4 == 0 { "exact" } else { "ignore" }, "inflect": rule & 8 == 0,
    });
    if flags & 2 != 0 {
        entry["not"] = json!(["NIST CSRC", "river bank"]);
    }
    if flags & 4 != 0 {
        entry["context"] = json!(["river", "market"]);
    }
    if flags & 8 != 0 {
        entry["related"] = json!([format!("{}", number / 2)]);
    }
    entry
}

fn glossary(language: &str, entries: &[&Value]) -> Glossary {
    Glossary::from_json(&json!({"language": language, "entries": entries}).to_string())
        .expect("a glossary")
}

/// What a reading says, with ids in the place of indices.
fn said(engine: &Engine, text: &[u16], blocks: &Blocks, title: &[u16]) -> String {
    let options = ReadOptions {
        title: title.to_vec(),
        definitions: true,
        ..ReadOptions::default()
    };
    let reading = engine.read(text, blocks, &options);
    let id = |index: u32| match index.checked_sub(OWN) {
        Some(number) => format!("definition {number}"),
        None => engine.glossary().entries()[index as usize].id.clone(),
    };
    let matches: Vec<_> = (reading.matches.iter())
        .map(|found| {
            let alternatives: Vec<_> = found.alternatives.iter().map(|&other| id(other)).collect();
            (
                found.start,
                found.end,
                id(found.entry),
                alternatives,
                found.score,
                found.reason,
            )
        })
        .collect();
    let terms: Vec<_> = (reading.report.terms.iter())
        .map(|term| (id(term.entry), term.count, term.first, term.salience))
        .collect();
    let defined: Vec<_> = (reading.report.abbreviations.iter())
        .map(|one| (one.short.clone(), one.long.clone(), one.entry.map(id)))
        .collect();
    format!(
        "{matches:?} {terms:?} {defined:?} {:?} {:?} {}",
        reading.selected, reading.unmarkable, reading.report.words
    )
}

/// How many entries the part has.
fn assert_same(language: &str, entries: &[Value], text: &str, title: &str) -> usize {
    let all: Vec<&Value> = entries.iter().collect();
    let whole = glossary(language, &all);
    let habits = Habits::of(&whole);
    let (text, title) = (utf16(text), utf16(title));
    let blocks = Blocks::prose(text.len());
    let mut hashes = parts::of_text(&text, &blocks);
    hashes.extend(parts::of_text(&title, &Blocks::prose(title.len())));
    let mut wanted: Vec<u32> = (parts::of_glossary(&whole).into_iter())
        .filter(|(hash, _)| hashes.contains(hash))
        .map(|(_, entry)| entry)
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    let few: Vec<&Value> = wanted
        .iter()
        .map(|&index| &entries[index as usize])
        .collect();
    let part = Engine::of_part(glossary(language, &few), habits).expect("compiles");
    let engine = Engine::new(whole).expect("compiles");
    assert_eq!(
        said(&part, &text, &blocks, &title),
        said(&engine, &text, &blocks, &title),
        "{:?}",
        String::from_utf16_lossy(&text)
    );
    few.len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_part_reads_like_the_whole(
        rows in proptest::collection::vec((0..LABELS.len(), 0..LABELS.len(), any::<u8>(), any::<u8>()), 1..30),
        words in proptest::collection::vec((0..LABELS.len() + OTHERS.len(), any::<bool>()), 0..25),
        title in proptest::collection::vec(0..LABELS.len(), 0..3),
        language in prop::sample::select(vec!["en", "de", "fr", "tr", "zh"]),
    ) {
        let entries: Vec<Value> = rows.iter().enumerate().map(|(number, &row)| entry(number, row)).collect();
        let mut text = String::new();
        for (word, is_close) in words {
            text.push_str(LABELS.get(word).unwrap_or_else(|| &OTHERS[word - LABELS.len()]));
            text.push_str(if is_close { "" } else { " " });
        }
        let title = title.iter().map(|&label| LABELS[label]).collect::<Vec<_>>().join(" ");
        assert_same(language, &entries, &text, &title);
    }
}

#[test]
fn the_habits_of_the_whole_count() {
    // Twenty terms in small letters make a capital mean a name; the part has one of them.
    let mut entries: Vec<Value> = (0..25)
        .map(|n| json!({"id": format!("{n}"), "term": format!("word{n}"), "definition": "d"}))
        .collect();
    entries
        .push(json!({"id": "t", "term": "TotalEnergies", "aliases": ["Total"], "definition": "d"}));
    let part = assert_same("en", &entries, "The total of word3. Total said so.", "");
    assert_eq!(part, 2);
}

#[test]
fn few_are_left() {
    let mut entries: Vec<Value> = (0..5000)
        .map(|n| json!({"id": format!("{n}"), "term": format!("capital m{n} of {}", n % 7), "definition": "d"}))
        .collect();
    entries.push(json!({"id": "x", "term": "capital market", "definition": "d"}));
    let text = "In the capital market of the capital m42 of 0 it is said that the capital of m43 is no capital.";
    assert_eq!(assert_same("en", &entries, text, ""), 2);
}
