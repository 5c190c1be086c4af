//! Stored engines: any bytes under a good seal are refused or read texts without a panic.
//!
//! The bytes: two that say where a piece of a good engine is replaced, then what comes there instead. So the fuzzer begins close to what is
//! accepted, and reaches every list without having to guess those before it.

use std::sync::OnceLock;

use glossator::engine::stored::sealed;
use glossator::text::blocks::Blocks;
use glossator::text::utf16;
use glossator::{Engine, Glossary, ReadOptions};

const GLOSSARY: &str = r#"{"entries": [
    {"id": "csrc", "term": "China Securities Regulatory Commission", "aliases": ["CSRC"], "definition": "d", "not": ["NIST CSRC"]},
    {"id": "nist", "term": "Computer Security Resource Center", "aliases": ["CSRC"], "definition": "d", "context": ["river"]},
    {"id": "index", "term": "stock index", "aliases": [{"label": "index", "case": "exact"}], "definition": "d", "priority": 5},
    {"id": "chain", "term": "区块链", "aliases": ["区块"], "definition": "d", "related": ["csrc"]},
    {"id": "cafe", "term": "café", "aliases": [".NET", "AT&T"], "definition": "d", "diacritics": "ignore"}
]}"#;

const TEXT: &str = "The CSRC and NIST CSRC have a stock index, an Index, cafés and 区块链 in .NET by AT&T. A Central Rice Council (CSRC) met.";

/// Bytes of a header, which `sealed` makes anew.
const HEADER: usize = 16;

fn good() -> &'static [u8] {
    static GOOD: OnceLock<Vec<u8>> = OnceLock::new();
    GOOD.get_or_init(|| {
        let glossary = Glossary::from_json(GLOSSARY).expect("good");
        let bytes = Engine::new(glossary).expect("compiles").to_stored();
        bytes[HEADER..].to_vec()
    })
}

pub fn check(data: &[u8]) {
    let Some((&place, piece)) = data.split_first_chunk::<2>() else {
        return;
    };
    let mut body = good().to_vec();
    let at = usize::from(u16::from_le_bytes(place)) % body.len();
    let end = body.len().min(at + piece.len());
    body.splice(at..end, piece.iter().copied());
    if let Ok(engine) = Engine::from_stored(sealed(&body)) {
        let text = utf16(TEXT);
        let reading = engine.read(&text, &Blocks::prose(text.len()), &ReadOptions::default());
        for found in &reading.matches {
            assert!(found.start <= found.end && found.end as usize <= text.len());
        }
        let stored = engine.to_stored();
        assert!(
            Engine::from_stored(stored).is_ok(),
            "what was accepted once is accepted again"
        );
    }
    // And as they are: no header, no seal.
    assert!(Engine::from_stored(data.to_vec()).is_err() || data.starts_with(b"GLSM"));
}
