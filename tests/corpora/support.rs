//! Where the corpora are, and what several of these tests do.

use std::env;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

use glossator::text::blocks::{BLOCK, Blocks};
use glossator::text::utf16;
use glossator::{Glossary, Matcher};
use serde_json::{Value, json};

/// The path of a file or folder of the corpora. `None`, and a line that says so, where they are not there; a test then has nothing to do. A folder that
/// `GLOSSATOR_CORPORA` names has to be there.
pub fn corpus(path: &str) -> Option<PathBuf> {
    let named = env::var_os("GLOSSATOR_CORPORA").map(PathBuf::from);
    let folder = named.clone().unwrap_or_else(|| {
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpora"))
    });
    let full = folder.join(path);
    if full.exists() {
        return Some(full);
    }
    assert!(
        named.is_none(),
        "GLOSSATOR_CORPORA has no {path}: looked for {}",
        full.display()
    );
    say(&format!(
        "skipped, {path} is not there; looked in {}",
        folder.display()
    ));
    None
}

/// The text of a file of the corpora.
pub fn read(path: &str) -> Option<String> {
    let full = corpus(path)?;
    Some(fs::read_to_string(&full).unwrap_or_else(|error| panic!("{}: {error}", full.display())))
}

pub fn read_json(path: &str) -> Option<Value> {
    let text = read(path)?;
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}")))
}

/// A line for whoever runs the tests, shown although they pass.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "corpora: {line}");
}

/// A matcher over `(term, aliases)` with the same options for every entry. Entries get the ids 0, 1, 2 …
pub fn matcher<'a>(
    entries: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>,
    options: &Value,
) -> Matcher {
    let entries: Vec<Value> = entries
        .into_iter()
        .zip(0..)
        .map(|((term, aliases), index)| {
            let mut entry = json!({"id": index.to_string(), "term": term, "aliases": aliases, "definition": "d"});
            for (key, value) in options.as_object().expect("options are an object") {
                entry[key] = value.clone();
            }
            entry
        })
        .collect();
    compile(&json!({ "entries": entries }))
}

pub fn compile(glossary: &Value) -> Matcher {
    Matcher::compile(&Glossary::from_json(&glossary.to_string()).expect("a good glossary"))
        .expect("compiles")
}

/// Where matches stand: the first UTF-16 code unit and the one behind the last, and the entry's index.
pub fn spans(matcher: &Matcher, text: &str) -> Vec<(usize, usize, usize)> {
    let units = utf16(text);
    let blocks = Blocks::from_flat(&paragraphs(&units), units.len()).expect("a good table");
    matcher
        .find(&units, &blocks)
        .iter()
        .map(|m| (m.start as usize, m.end as usize, m.entry as usize))
        .collect()
}

/// A block table in which empty lines part blocks.
fn paragraphs(units: &[u16]) -> Vec<u32> {
    let starts = (1..units.len()).filter(|&at| units[at - 1..=at] == [0x0A, 0x0A]);
    let starts = std::iter::once(0).chain(starts);
    starts
        .flat_map(|at| [u32::try_from(at).expect("short"), BLOCK])
        .collect()
}

/// What stands at UTF-16 offsets.
pub fn surface(text: &str, start: usize, end: usize) -> String {
    String::from_utf16_lossy(&utf16(text)[start..end])
}
