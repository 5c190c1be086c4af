//! A whole Chinese dictionary (CEDICT, 122,143 lines, each with a traditional and a simplified spelling) over Chinese pages, where no space tells words apart.
//!
//! What is checked needs no second matcher, only the dictionary as a set of words: every word that stands in a text is found, or overlaps a match that is as long or longer. Only words that are Han
//! characters throughout are asked for; the others ("3C", "T恤", proverbs with a comma) are in the glossary, but case, numbers and punctuation have rules of
//! their own.

use std::collections::HashSet;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

use crate::support::{self, say};

const DICTIONARY: &str = "glossaries/zh-cedict_ts.u8.gz";

#[test]
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

    let (mut texts, mut characters, mut matches, mut inside) = (0, 0, 0, 0);
    for text in chinese_texts(&pages).into_iter().chain(cncf()) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let found: Vec<Range<usize>> = support::spans(&matcher, &text)
            .iter()
            .map(|&(start, end, _)| start..end)
            .collect();
        assert!(
            found.windows(2).all(|pair| pair[0].end <= pair[1].start),
            "matches overlap"
        );
        let mut lies_inside = HashSet::new();
        for word in words_in(&units, &han, longest) {
            let from = found.partition_point(|found| found.end <= word.start);
            let touched = || {
                found[from..]
                    .iter()
                    .take_while(|found| found.start < word.end)
            };
            assert!(
                touched().any(|found| found.len() >= word.len()),
                "{} is neither found nor passed over for a word as long",
                support::surface(&text, word.start, word.end)
            );
            let is_within =
                |found: &Range<usize>| word.start <= found.start && found.end <= word.end;
            lies_inside.extend(
                touched()
                    .filter(|found| is_within(found) && found.len() < word.len())
                    .map(|found| found.start),
            );
        }
        texts += 1;
        characters += text.chars().filter(|&c| is_han(c)).count();
        matches += found.len();
        inside += lies_inside.len();
    }
    say(&format!(
        "{texts} Chinese texts, {characters} Han characters, {matches} matches, {inside} of them inside a longer word that gave way to a neighbour"
    ));
    assert!(
        characters > 500 && matches > 250,
        "{characters} characters, {matches} matches"
    );
    // Where words overlap, one of them has to give way. More often than this would be another rule.
    assert!(inside * 35 < matches, "{inside} of {matches}");
}

/// Every place where a word of the dictionary stands, alone or in others.
fn words_in<'a>(
    units: &'a [u16],
    dictionary: &'a HashSet<Vec<u16>>,
    longest: usize,
) -> impl Iterator<Item = Range<usize>> + 'a {
    (0..units.len()).flat_map(move |start| {
        (start + 1..=units.len().min(start + longest))
            .map(move |end| start..end)
            .filter(|word| dictionary.contains(&units[word.clone()]))
    })
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
