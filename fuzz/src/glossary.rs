//! The glossary reader: any JSON text, and any tree of JSON values that looks somewhat like a glossary.

use arbitrary::{Result, Unstructured};
use glossator::text::{blocks::Blocks, utf16};
use glossator::{Engine, Error, Glossary, ReadOptions};
use serde_json::{Map, Value};

/// Names that the format knows, and some that it does not.
const NAMES: &[&str] = &[
    "entries",
    "term",
    "definition",
    "id",
    "aliases",
    "label",
    "case",
    "inflect",
    "diacritics",
    "not",
    "context",
    "related",
    "priority",
    "url",
    "source",
    "category",
    "name",
    "language",
    "$schema",
    "x-own",
    "Term",
    "alias",
];
/// Texts that mean something somewhere.
const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "b",
    "A",
    "auto",
    "exact",
    "ignore",
    "en",
    "de",
    "javascript:x",
    "https://x.example",
    "\u{1}java\tscript:x",
    "AI",
    "banks",
    "crisis",
    "\u{ad}",
    "-",
    "区块链",
    "e\u{301}",
    "it",
    "x of y",
    "\u{feff}",
    "ß",
    "ﬃ",
];
const DEEPEST: usize = 6;
const MOST_ITEMS: usize = 8;

pub fn check(data: &[u8]) {
    check_text(&String::from_utf8_lossy(data));
    if let Ok(tree) = glossary(&mut Unstructured::new(data)) {
        check_text(&tree.to_string());
    }
}

fn check_text(text: &str) {
    match Glossary::from_json(text) {
        Ok(glossary) => accepted_is_usable(glossary),
        Err(error) => names_a_place(&error, text),
    }
}

/// What is accepted can be compiled, and a text of its labels can be read.
fn accepted_is_usable(glossary: Glossary) {
    for warning in glossary.warnings() {
        assert!(!warning.is_empty());
    }
    let mut ids: Vec<&str> = glossary
        .entries()
        .iter()
        .map(|entry| entry.id.as_str())
        .collect();
    ids.sort_unstable();
    assert!(
        ids.windows(2).all(|two| two[0] != two[1]),
        "an id that is taken: {ids:?}"
    );
    assert!(
        ids.iter().all(|id| !id.is_empty()),
        "an entry without an id"
    );
    let mut text = String::new();
    for entry in glossary.entries() {
        for label in entry.labels() {
            assert!(!label.text.trim().is_empty(), "a label that is empty");
            text.push_str(&label.text);
            text.push_str(". ");
        }
    }
    let engine = Engine::new(glossary).expect("a short glossary compiles");
    let units = utf16(&text);
    let reading = engine.read(&units, &Blocks::prose(units.len()), &ReadOptions::default());
    for m in &reading.matches {
        let senses = [m.entry].into_iter().chain(m.alternatives.iter().copied());
        for entry in senses {
            assert!((entry as usize) < engine.glossary().entries().len());
        }
    }
}

/// An error says where: line and column of what is no JSON, else a path that leads into the file (its last step may be what is missing).
fn names_a_place(error: &Error, text: &str) {
    let message = error.to_string();
    let Some(path) = error.path() else {
        assert!(message.starts_with("not JSON, line "), "{message}");
        assert!(
            serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')).is_err(),
            "{message}"
        );
        return;
    };
    assert!(
        message.starts_with(if path.is_empty() {
            "the glossary"
        } else {
            path
        }),
        "{message}"
    );
    let root: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("JSON");
    let mut at = &root;
    let mut steps = steps(path).into_iter().peekable();
    while let Some(step) = steps.next() {
        let next = match step {
            Step::Field(name) => at.get(name),
            Step::Item(index) => at.get(index),
        };
        match next {
            Some(next) => at = next,
            None => assert!(steps.peek().is_none(), "{path} leads nowhere: {message}"),
        }
    }
}

enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

/// `entries[3].aliases[0].label`
fn steps(path: &str) -> Vec<Step<'_>> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    let step = |part: &'_ str| {
        part.strip_suffix(']')
            .map(|index| index.parse().expect("an index"))
    };
    parts
        .map(|part| step(part).map_or(Step::Field(part), Step::Item))
        .collect()
}

/// An object with entries, each of them most often an object with the two fields that it must have.
fn glossary(u: &mut Unstructured<'_>) -> Result<Value> {
    let mut root = object(u, 1)?;
    let mut entries = Vec::new();
    for _ in 0..u.int_in_range(0..=MOST_ITEMS)? {
        let mut entry = object(u, 2)?;
        if u.ratio(7, 8)? {
            entry.insert("term".into(), text(u)?.into());
            entry.insert("definition".into(), "d".into());
        }
        entries.push(Value::Object(entry));
    }
    if u.ratio(7, 8)? {
        root.insert("entries".into(), entries.into());
    }
    Ok(Value::Object(root))
}

fn value(u: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    let kinds = if depth < DEEPEST { 6 } else { 4 };
    Ok(match u.int_in_range(0..=kinds)? {
        0 => Value::Null,
        1 => u.arbitrary::<bool>()?.into(),
        2 => u.arbitrary::<i32>()?.into(),
        3 => serde_json::json!(u.arbitrary::<f64>()?),
        4 => text(u)?.into(),
        5 => {
            let length = u.int_in_range(0..=MOST_ITEMS)?;
            let items: Result<Vec<Value>> = (0..length).map(|_| value(u, depth + 1)).collect();
            items?.into()
        }
        _ => Value::Object(object(u, depth)?),
    })
}

fn object(u: &mut Unstructured<'_>, depth: usize) -> Result<Map<String, Value>> {
    let mut fields = Map::new();
    for _ in 0..u.int_in_range(0..=MOST_ITEMS)? {
        let name = if u.ratio(15, 16)? {
            (*u.choose(NAMES)?).to_owned()
        } else {
            u.arbitrary()?
        };
        fields.insert(name, value(u, depth + 1)?);
    }
    Ok(fields)
}

fn text(u: &mut Unstructured<'_>) -> Result<String> {
    if u.ratio(3, 4)? {
        Ok((*u.choose(TEXTS)?).to_owned())
    } else {
        u.arbitrary()
    }
}
