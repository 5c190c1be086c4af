//! Where sentences end against Unicode's own test (UAX #29, `SentenceBreakTest.txt` of Unicode 15).
//!
//! Each line is a text with a decision between every two characters. Characters that folding removes (joiners, soft hyphens) and combining marks are taken out
//! first: nothing in them ends a sentence. Compared is where a sentence begins, white space aside, for that is what we say.

use std::collections::{BTreeMap, BTreeSet};

use glossator::text::blocks::Blocks;
use glossator::text::sentences::sentences;
use glossator::text::{fold, utf16};

use crate::support;

/// A character, and whether Unicode begins a sentence with it.
struct Character {
    c: char,
    breaks: bool,
}

/// Why we decide otherwise, and how many places of the test it covers.
const DELIBERATE: &[(&str, usize)] = &[(
    "a stop without white space behind it ends a sentence only in the scripts that write so, and where an editor lost the space",
    22,
)];

fn reason(characters: &[Character], at: usize) -> Option<usize> {
    let is_space = at > 0 && characters[at - 1].c.is_whitespace();
    (!is_space).then_some(0)
}

#[test]
fn unicode_sentence_breaks() {
    let Some(text) = support::read("peer-tests/unicode15/SentenceBreakTest.txt") else {
        return;
    };
    let lines: Vec<Vec<Character>> = text.lines().filter_map(line).collect();
    let (mut same, mut reasons) = (0, vec![0; DELIBERATE.len()]);
    let mut unexplained = BTreeMap::new();
    for characters in &lines {
        let text: String = characters.iter().map(|character| character.c).collect();
        let units = utf16(&text);
        let starts: BTreeSet<usize> = sentences(&units, &Blocks::prose(units.len()))
            .iter()
            .map(|sentence| sentence.start as usize)
            .skip(1)
            .collect();
        // Where Unicode begins one, white space aside.
        let (mut theirs, mut is_new, mut has_text, mut unit) = (BTreeSet::new(), false, false, 0);
        let mut index_of = BTreeMap::new();
        for (index, character) in characters.iter().enumerate() {
            index_of.insert(unit, index);
            is_new |= character.breaks && has_text;
            if !character.c.is_whitespace() {
                if is_new {
                    theirs.insert(unit);
                }
                (is_new, has_text) = (false, true);
            }
            unit += character.c.len_utf16();
        }
        same += starts.intersection(&theirs).count();
        for place in starts.symmetric_difference(&theirs) {
            match reason(characters, index_of[place]) {
                Some(index) => reasons[index] += 1,
                None => {
                    *unexplained
                        .entry(format!(
                            "{:?} at {place}, Unicode breaks: {}",
                            text,
                            theirs.contains(place)
                        ))
                        .or_insert(0) += 1
                }
            }
        }
    }
    assert!(unexplained.is_empty(), "{unexplained:#?}");
    let expected: Vec<usize> = DELIBERATE.iter().map(|&(_, count)| count).collect();
    assert_eq!((lines.len(), same, reasons), (502, 16, expected));
}

/// One line of the test; `None` for a comment.
fn line(line: &str) -> Option<Vec<Character>> {
    let (data, comment) = line.split_once('#')?;
    let fields: Vec<&str> = data.split_whitespace().collect();
    if fields.is_empty() {
        return None;
    }
    // ÷ [0.2] LATIN CAPITAL LETTER A (Upper) × [998.0] …
    let properties = comment.split(['÷', '×']).filter_map(|part| {
        let (_, property) = part.rsplit_once('(')?;
        property.split(')').next()
    });
    let characters = fields.chunks_exact(2).map(|pair| {
        let code = u32::from_str_radix(pair[1], 16).expect("a code point");
        (pair[0] == "÷", char::from_u32(code).expect("a character"))
    });
    let hidden = |c: char| fold(&utf16(&format!("a{c}b")), &[]).bytes == b"ab";
    let mut kept: Vec<Character> = Vec::new();
    let mut breaks_before = false;
    for ((breaks, c), property) in characters.zip(properties) {
        breaks_before |= breaks;
        if hidden(c) || property == "Extend_FE" {
            continue;
        }
        kept.push(Character {
            c,
            breaks: breaks_before,
        });
        breaks_before = false;
    }
    Some(kept)
}
