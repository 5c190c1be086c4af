//! Reads glossaries and texts on standard input, and prints where the terms are.
//!
//! Each line of the input is a JSON object: `glossary`, as in a glossary file, and `text`, an array of UTF-16 code units (numbers, so that lone
//! surrogates can be said). For each there is one line of output:
//!
//! ```json
//! {"matches": [[12, 16, 0], [30, 40, 2, 5]], "words": 9}
//! ```
//!
//! A match is its first code unit, the one behind its last, the index of its entry and those of its alternatives.
//!
//! ```sh
//! echo '{"glossary": {"entries": [{"term": "AI", "definition": "d"}]}, "text": [65, 73, 33]}' | cargo run --example scan
//! ```

use std::error::Error;
use std::io::{self, BufRead, Write};

use glossator::{Engine, Glossary, ReadOptions, text::blocks::Blocks};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        writeln!(out, "{}", answer(&serde_json::from_str(&line?)?)?)?;
    }
    Ok(())
}

fn answer(request: &Value) -> Result<Value, Box<dyn Error>> {
    let engine = Engine::new(Glossary::from_json(&request["glossary"].to_string())?)?;
    let text: Vec<u16> = serde_json::from_value(request["text"].clone())?;
    let reading = engine.read(&text, &Blocks::prose(text.len()), &ReadOptions::default());
    let matches: Vec<Vec<u32>> = reading
        .matches
        .into_iter()
        .map(|m| [vec![m.start, m.end, m.entry], m.alternatives].concat())
        .collect();
    Ok(json!({ "matches": matches, "words": reading.report.words }))
}
