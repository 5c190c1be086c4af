//! Engines that were stored: they read like those that were not, and what is no stored engine is refused.

use glossator::engine::stored::sealed;
use glossator::text::blocks::Blocks;
use glossator::text::utf16;
use glossator::{Engine, Glossary, ReadOptions};
use proptest::prelude::*;

/// Something of everything: senses, conditions of case and accents, vetoes, priorities, symbols, Chinese, a language with accents.
const GLOSSARY: &str = r#"{"language": "en", "entries": [
    {"id": "china", "term": "China Securities Regulatory Commission", "aliases": ["CSRC"], "category": "Regulator", "definition": "The regulator of China's stock exchanges.", "related": ["index"], "not": ["NIST CSRC"]},
    {"id": "nist", "term": "Computer Security Resource Center", "aliases": ["CSRC"], "definition": "NIST's site for cryptography.", "context": ["software"]},
    {"id": "market", "term": "capital market", "aliases": ["market"], "definition": "d"},
    {"id": "index", "term": "stock index", "aliases": [{"label": "index", "case": "exact"}], "category": "Regulator", "definition": "d", "priority": 5},
    {"id": "bank", "term": "bank", "definition": "d", "not": ["river bank"], "priority": -3},
    {"id": "bank-2", "term": "Bank", "definition": "d", "context": ["river"]},
    {"id": "chain", "term": "区块链", "aliases": ["区块", "链"], "definition": "d"},
    {"id": "cafe", "term": "résumé", "definition": "d", "diacritics": "ignore"},
    {"id": "ete", "term": "été", "definition": "d"},
    {"id": "cpp", "term": "C++", "aliases": [".NET", "S&P 500", "AT&T"], "definition": "d"},
    {"id": "agency", "term": "agency", "definition": "d"}
]}"#;

const TEXTS: &[&str] = &[
    "",
    "The CSRC of China watches the stock index, the index and the capital markets of the exchanges.",
    "The NIST CSRC has software; cryptography of the CSRC is its own. A river bank is no bank, and Bank is a name.",
    "区块链和区块，链。",
    "A resume, a résumé, été and ete in C++ or .NET on the S&P 500 by AT&T.",
    "The European Space Agency is an agency. The Committee on Sustainable Rice Cultivation (CSRC) met; the CSRC said so.",
];

fn compiled(json: &str) -> Engine {
    Engine::new(Glossary::from_json(json).expect("a glossary")).expect("compiles")
}

fn read(engine: &Engine, text: &str) -> String {
    let text = utf16(text);
    let options = ReadOptions {
        title: utf16("The index of the CSRC"),
        ..ReadOptions::default()
    };
    format!(
        "{:?}",
        engine.read(&text, &Blocks::prose(text.len()), &options)
    )
}

#[test]
fn reads_like_the_one_that_was_stored() {
    let engine = compiled(GLOSSARY);
    let bytes = engine.to_stored();
    assert_eq!(
        bytes,
        compiled(GLOSSARY).to_stored(),
        "the same bytes each time"
    );
    let restored = Engine::from_stored(bytes.clone()).expect("what was stored");
    for text in TEXTS {
        assert_eq!(read(&restored, text), read(&engine, text), "{text}");
    }
    assert_eq!(restored.matcher().forms(), engine.matcher().forms());
    let again = Engine::from_stored(restored.to_stored()).expect("stored again");
    assert_eq!(read(&again, TEXTS[1]), read(&engine, TEXTS[1]));
}

#[test]
fn entries_are_found_by_their_ids() {
    let engine = compiled(GLOSSARY);
    let restored = Engine::from_stored(engine.to_stored()).expect("what was stored");
    for (index, entry) in (0..).zip(engine.glossary().entries()) {
        assert_eq!(restored.index_of(&entry.id), Some(index));
        assert_eq!(engine.index_of(&entry.id), Some(index));
    }
    for none in ["", "a", "bank-", "bank-3", "zzz"] {
        assert_eq!(restored.index_of(none), None, "{none}");
    }
}

#[test]
fn an_empty_glossary_can_be_stored() {
    let restored =
        Engine::from_stored(compiled(r#"{"entries": []}"#).to_stored()).expect("nothing");
    assert!(read(&restored, TEXTS[1]).contains("matches: []"));
}

#[test]
fn what_is_none_is_refused_and_says_why() {
    let good = compiled(GLOSSARY).to_stored();
    let with = |at: usize, byte: u8| {
        let mut bytes = good.clone();
        bytes[at] = byte;
        bytes
    };
    for (name, bytes, why) in [
        ("nothing", vec![], "this is none"),
        (
            "something else",
            b"{\"entries\": []}".to_vec(),
            "this is none",
        ),
        ("another format", with(4, 99), "it has another format"),
        (
            "cut short",
            good[..good.len() - 1].to_vec(),
            "it was changed or cut short",
        ),
        (
            "something behind it",
            [&good[..], &[0]].concat(),
            "it was changed or cut short",
        ),
        (
            "sealed, but cut short",
            sealed(&good[16..good.len() - 4]),
            "it contradicts itself",
        ),
        (
            "sealed, with something behind it",
            sealed(&[&good[16..], &[0]].concat()),
            "it contradicts itself",
        ),
        ("sealed nothing", sealed(&[]), "it contradicts itself"),
    ] {
        let error = Engine::from_stored(bytes.clone()).expect_err(name);
        assert_eq!(
            error.to_string(),
            format!("not a stored engine: {why}"),
            "{name}"
        );
        assert_eq!(error.code(), "glossary-invalid");
    }
    for (at, byte) in good.iter().enumerate() {
        assert!(
            Engine::from_stored(with(at, byte ^ 1)).is_err(),
            "byte {at}"
        );
    }
}

proptest! {
    /// What was changed and sealed again: refused, or it reads without a panic.
    #[test]
    fn no_bytes_are_dangerous(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut body = compiled(GLOSSARY).to_stored().split_off(16);
        for (at, byte) in changes {
            let at = at.index(body.len());
            body[at] = byte;
        }
        if let Ok(engine) = Engine::from_stored(sealed(&body)) {
            for text in TEXTS {
                read(&engine, text);
            }
            let _ = (engine.index_of("bank"), engine.to_stored());
        }
    }
}
