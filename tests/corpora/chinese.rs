//! A whole Chinese dictionary (CEDICT, 122,143 lines, each with a traditional and a simplified spelling) over Chinese pages: longest match where no space tells words apart.
//!
//! What is checked needs no second matcher: the dictionary as a set of words answers whether a longer word begins where a match begins. Only words that are Han
//! characters throughout are asked for; the others ("3C", "T恤", proverbs with a comma) are in the glossary, but case, numbers and punctuation have rules of
//! their own.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

use crate::support::{self, say};

const DICTIONARY: &str = "glossaries/zh-cedict_ts.u8.gz";

#[test]
#[cfg_attr(
    debug_assertions,
    ignore = "half a minute without optimisation; cargo test --release --test corpora"
)]
fn a_dictionary_of_122143_words() {
    let (Some(dictionary), Some(pages)) = (
        support::corpus(DICTIONARY),
        support::corpus("pages-readability"),
    ) else {
        return;
    };
    let Some(dictionary) = unpack(&dictionary) else {
        return;
    };
    let words: Vec<(&str, &str)> = dictionary.lines().filter_map(spellings).collect();
    assert_eq!(words.len(), 122_143);
    let entries: Vec<Value> = words
        .iter()
        .enumerate()
        .map(|(index, (traditional, simplified))| {
            let aliases = if traditional == simplified { json!([]) } else { json!([traditional]) };
            json!({"id": index.to_string(), "term": simplified, "aliases": aliases, "definition": "d"})
        })
        .collect();
    let start = Instant::now();
    let matcher = support::compile(&json!({"language": "zh", "entries": entries}));
    say(&format!(
        "CEDICT, 122,143 entries, read and compiled in {:.1} s",
        start.elapsed().as_secs_f64()
    ));

    let han: HashSet<Vec<u16>> = words
        .iter()
        .flat_map(|(traditional, simplified)| [traditional, simplified])
        .filter(|word| word.chars().all(is_han))
        .map(|word| word.encode_utf16().collect())
        .collect();
    let longest = han.iter().map(Vec::len).max().expect("words");

    let (mut texts, mut characters, mut marks) = (0, 0, 0);
    let (mut hidden, mut longer) = (0, 0);
    let mut unfound = Vec::new();
    for text in chinese_texts(&pages).into_iter().chain(cncf()) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let word_at = |start: usize| {
            let lengths = (1..=longest.min(units.len() - start)).rev();
            lengths
                .into_iter()
                .find(|&length| han.contains(&units[start..start + length]))
        };
        let found = support::spans(&matcher, &text);
        let (mut end_before, mut length_before) = (0, 0);
        for &(start, end, _) in &found {
            let surface = support::surface(&text, start, end);
            assert!(
                start >= end_before,
                "{surface} overlaps the match before it"
            );
            assert!(
                word_at(start).is_none_or(|length| start + length <= end),
                "{surface} is the beginning of a longer word"
            );
            // A word that begins in the match before, and so was passed over, may hold this one.
            let holding = (start.saturating_sub(longest)..start)
                .filter_map(|at| word_at(at).filter(|length| at + length >= end))
                .max();
            hidden += u32::from(holding.is_some());
            longer += u32::from(holding.is_some_and(|length| length > length_before));
            length_before = end - start;
            let missed = (end_before..start).find(|&at| word_at(at).is_some());
            unfound.extend(missed.map(|at| {
                support::surface(&text, at.saturating_sub(5), (at + 10).min(units.len()))
            }));
            end_before = end;
        }
        let tail = (end_before..units.len()).find(|&at| word_at(at).is_some());
        unfound.extend(tail.map(|at| support::surface(&text, at, units.len())));
        texts += 1;
        characters += text.chars().filter(|&c| is_han(c)).count();
        marks += u32::try_from(found.len()).expect("small");
    }
    say(&format!(
        "{texts} Chinese texts, {characters} Han characters, {marks} matches; {hidden} lie in a word that begins inside the match before, which is longer than that match \
         {longer} times"
    ));
    assert!(unfound.is_empty(), "words not found in {unfound:?}");
    // Left to right is how such text is read, and wrong now and then; more often than this would be another rule.
    assert!(hidden * 40 < marks, "{hidden} of {marks}");
    assert!(
        characters > 500 && marks > 250,
        "{characters} characters, {marks} matches"
    );
}

/// Traditional and simplified spelling of a line: `傳統 传统 [chuan2 tong3] /tradition/`.
fn spellings(line: &str) -> Option<(&str, &str)> {
    let (words, _) = line.split_once(" [").filter(|_| !line.starts_with('#'))?;
    words.split_once(' ')
}

fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x9FFF | 0x2_0000..=0x3_FFFF)
}

fn unpack(path: &Path) -> Option<String> {
    match Command::new("gzip").arg("-dc").arg(path).output() {
        Ok(output) => {
            assert!(
                output.status.success(),
                "gzip cannot read {}",
                path.display()
            );
            Some(String::from_utf8(output.stdout).expect("UTF-8"))
        }
        Err(error) => {
            say(&format!("skipped, gzip cannot be run: {error}"));
            None
        }
    }
}

/// The articles that are Chinese, as plain text.
fn chinese_texts(pages: &Path) -> Vec<String> {
    let folders = fs::read_dir(pages).expect("readable").flatten();
    let mut files: Vec<_> = folders
        .map(|folder| folder.path().join("expected.html"))
        .collect();
    files.sort();
    let texts = files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .map(|html| without_tags(&html));
    texts
        .filter(|text| text.chars().filter(|&c| is_han(c)).count() > 200)
        .collect()
}

/// The Chinese entries of a glossary in Markdown, as texts.
fn cncf() -> Vec<String> {
    let Some(folder) = support::corpus("glossaries/cncf-md/zh-cn") else {
        return Vec::new();
    };
    let files = fs::read_dir(folder).expect("readable").flatten();
    files
        .filter_map(|file| fs::read_to_string(file.path()).ok())
        .collect()
}

fn without_tags(html: &str) -> String {
    html.split('<')
        .filter_map(|piece| Some(piece.split_once('>')?.1))
        .collect::<Vec<_>>()
        .join("\n\n")
}
