//! Find terms from the command line: every occurrence of a glossary's entries in some texts.
//!
//! ```text
//! cargo run --release --example marks -- glossary.json article.txt more.txt
//! cargo run --release --example marks -- --limit 200 glossary.json articles.json
//! cargo run --release --example marks -- --requests < requests.jsonl
//! ```
//!
//! One line a match: its start and end (UTF-16 code units of its text), the id of the entry, and the match in brackets between the 50
//! characters on either side. `glossary.json` is a glossary in this project's format, or a bare array of entries. A text file is one text in which an empty line
//! ends a block. A `.json` file holds an array or an object of texts; where these are objects themselves, their `articleBody` or `text` is read.
//!
//! `--requests` is for programs. Each line of the standard input is a JSON object: `glossary`, as in a glossary file, and `text`, an array of UTF-16 code units
//! (numbers, so that lone surrogates can be said). For each there is one line of output:
//!
//! ```json
//! {"matches": [[12, 16, 0], [30, 40, 2, 5]], "words": 9, "sentences": [0, 25, 26, 40]}
//! ```
//!
//! A match is its first code unit, the one behind its last, the index of its entry and those of its alternatives; a sentence is where it starts and where it ends.

use std::error::Error;
use std::io::{BufRead, BufWriter, ErrorKind, Write};
use std::{env, fs, process};

use glossator::text::blocks::{BLOCK, Blocks};
use glossator::text::utf16;
use glossator::{Engine, Glossary, Matcher, ReadOptions, SurveyOptions, survey};
use serde_json::{Value, json};

const USAGE: &str = "usage: marks [--limit N] GLOSSARY.json TEXT... | marks --requests";

/// Code units that are printed before and after a match.
const CONTEXT: usize = 50;

fn main() {
    if let Err(error) = run() {
        // `marks … | head` closes the pipe early, which is no mistake.
        let closed = |error: &std::io::Error| error.kind() == ErrorKind::BrokenPipe;
        if !error.downcast_ref().is_some_and(closed) {
            eprintln!("marks: {error}");
            process::exit(1);
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    if arguments == ["--requests"] {
        return answer_requests();
    }
    let mut limit = usize::MAX;
    if arguments.first().is_some_and(|first| first == "--limit") {
        limit = arguments.get(1).ok_or(USAGE)?.parse()?;
        arguments.drain(..2);
    }
    let Some((glossary, files)) = arguments
        .split_first()
        .filter(|(_, files)| !files.is_empty())
    else {
        return Err(USAGE.into());
    };
    let glossary = read_glossary(glossary)?;
    let matcher = Matcher::compile(&glossary)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut printed = 0;
    for file in files {
        for (name, text) in read_texts(file)? {
            let units = utf16(&text);
            for found in matcher.find(&units, &paragraphs(&units)?) {
                if printed == limit {
                    return Ok(out.flush()?);
                }
                printed += 1;
                let (start, end) = (found.start as usize, found.end as usize);
                let before = show(&units[start.saturating_sub(CONTEXT)..start]);
                let after = show(&units[end..(end + CONTEXT).min(units.len())]);
                let surface = show(&units[start..end]);
                let id = &glossary.entries()[found.entry as usize].id;
                writeln!(
                    out,
                    "{name}:{start}..{end}\t{id}\t{before}[{surface}]{after}"
                )?;
            }
        }
    }
    Ok(out.flush()?)
}

fn answer_requests() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        writeln!(out, "{}", answer(&serde_json::from_str(&line?)?)?)?;
    }
    Ok(())
}

fn answer(request: &Value) -> Result<Value, Box<dyn Error>> {
    let engine = Engine::new(Glossary::from_json(&request["glossary"].to_string())?)?;
    let text: Vec<u16> = serde_json::from_value(request["text"].clone())?;
    let blocks = Blocks::prose(text.len());
    let reading = engine.read(&text, &blocks, &ReadOptions::default());
    let options = SurveyOptions {
        sentences: true,
        ..SurveyOptions::default()
    };
    let sentences = survey(&text, &blocks, &reading.found(), &options).sentences;
    let matches: Vec<Vec<u32>> = reading
        .matches
        .into_iter()
        .map(|m| [vec![m.start, m.end, m.entry], m.alternatives].concat())
        .collect();
    Ok(json!({ "matches": matches, "words": reading.report.words, "sentences": sentences }))
}

fn read_glossary(path: &str) -> Result<Glossary, Box<dyn Error>> {
    let text = read(path)?;
    let is_bare = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('[');
    let text = if is_bare {
        format!("{{\"entries\": {}}}", text.trim_start_matches('\u{feff}'))
    } else {
        text
    };
    Glossary::from_json(&text).map_err(|error| format!("{path}: {error}").into())
}

/// The texts of a file, each with a name.
fn read_texts(path: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let text = read(path)?;
    let is_json = std::path::Path::new(path)
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    if !is_json {
        return Ok(vec![(path.to_owned(), text)]);
    }
    let values: Vec<Value> = match serde_json::from_str(&text)? {
        Value::Array(items) => items,
        Value::Object(fields) => fields.into_iter().map(|(_, value)| value).collect(),
        _ => return Err(format!("{path}: expected an array or an object of texts").into()),
    };
    let text_of = |value: &Value| {
        let field = ["articleBody", "text"]
            .iter()
            .find_map(|name| value.get(name));
        field.unwrap_or(value).as_str().map(str::to_owned)
    };
    let texts = values.iter().zip(1..).map(|(value, number)| {
        let text = text_of(value).ok_or_else(|| format!("{path}: item {number} is no text"))?;
        Ok((format!("{number}"), text))
    });
    texts.collect()
}

fn read(path: &str) -> Result<String, Box<dyn Error>> {
    fs::read_to_string(path).map_err(|error| format!("{path}: {error}").into())
}

/// Empty lines part blocks; one line break alone is a space.
fn paragraphs(units: &[u16]) -> Result<Blocks, glossator::Error> {
    let mut flat = vec![0, BLOCK];
    for at in 1..units.len() {
        if units[at - 1..=at] == [0x0A, 0x0A] {
            flat.extend([u32::try_from(at).unwrap_or(u32::MAX), BLOCK]);
        }
    }
    Blocks::from_flat(&flat, units.len())
}

/// On one line.
fn show(units: &[u16]) -> String {
    String::from_utf16_lossy(units).replace(['\n', '\r', '\t'], " ")
}
