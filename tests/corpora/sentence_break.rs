//! Where sentences end against Unicode's own test (UAX #29, `SentenceBreakTest.txt` of Unicode 15).
//!
//! Each line is a text with a decision between every two characters. Characters that folding removes (joiners, soft hyphens) and combining marks are taken out
//! first: nothing in them ends a sentence. Compared is where a sentence begins, white space aside, for that is what we say.

use std::collections::{BTreeMap, BTreeSet};

use glossator::text::blocks::Blocks;
use glossator::text::sentences::sentences;
use glossator::text::utf16;

use crate::unicode::{self, Character};

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
    let Some(lines) = unicode::lines("peer-tests/unicode15/SentenceBreakTest.txt") else {
        return;
    };
    let lines: Vec<Vec<Character>> = lines.into_iter().map(seen).collect();
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

/// Without what is no text; a decision before it is one before the next character that stays.
fn seen(line: Vec<Character>) -> Vec<Character> {
    let mut kept = Vec::new();
    let mut breaks = false;
    for character in line {
        breaks |= character.breaks;
        if !character.is_hidden() && character.property != "Extend_FE" {
            kept.push(Character {
                breaks,
                ..character
            });
            breaks = false;
        }
    }
    kept
}
