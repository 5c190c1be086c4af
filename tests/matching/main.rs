//! What is found in a text, as a table of behaviour: each row has a name, the glossary's labels, a text, and what a careful reader would mark.

use glossator::text::blocks::{BLOCK, Blocks};
use glossator::text::utf16;
use glossator::{Glossary, Matcher};

/// Surfaces found, in order, joined by " | ".
fn found(entries: &str, text: &str) -> String {
    found_in("en", entries, text)
}

/// The same with a glossary of another language.
fn found_in(language: &str, entries: &str, text: &str) -> String {
    let json = format!("{{\"language\": \"{language}\", \"entries\": [{entries}]}}");
    let glossary = Glossary::from_json(&json).expect("a good glossary");
    let matcher = Matcher::compile(&glossary).expect("compiles");
    let units = utf16(text);
    let surface =
        |m: &glossator::Match| String::from_utf16_lossy(&units[m.start as usize..m.end as usize]);
    matcher
        .find_in(&units)
        .iter()
        .map(surface)
        .collect::<Vec<_>>()
        .join(" | ")
}

/// Entries with nothing but a term.
fn plain(terms: &[&str]) -> String {
    let entry = |term: &&str| serde_json::json!({"term": term, "definition": "d"}).to_string();
    terms.iter().map(entry).collect::<Vec<_>>().join(",")
}

macro_rules! rows {
    ($($name:ident: $terms:expr, $text:expr => $expected:expr;)*) => {
        $(#[test]
        fn $name() {
            assert_eq!(found(&plain(&$terms), $text), $expected);
        })*
    };
}

mod case;
mod folding;
mod labels;
mod overlap;
mod words;
