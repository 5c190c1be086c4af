//! Unicode's own tests of where text may be parted (UAX #29). Each line is a text with a decision between every two characters, and a property of each in its comment.

use glossator::text::{fold, utf16};

use crate::support;

/// A character with its property.
pub struct Character {
    pub c: char,
    pub property: String,
    /// Does Unicode part it from what comes before?
    pub breaks: bool,
}

impl Character {
    /// Does folding remove it (joiners, soft hyphens)?
    pub fn is_hidden(&self) -> bool {
        fold(&utf16(&format!("a{}b", self.c)), &[]).bytes == b"ab"
    }
}

/// The lines of a test. `None` where the corpora are not there.
pub fn lines(path: &str) -> Option<Vec<Vec<Character>>> {
    Some(support::read(path)?.lines().filter_map(line).collect())
}

/// One line of a test; `None` for a comment.
fn line(line: &str) -> Option<Vec<Character>> {
    let (data, comment) = line.split_once('#')?;
    let fields: Vec<&str> = data.split_whitespace().collect();
    if fields.is_empty() {
        return None;
    }
    // ÷ [0.2] LATIN CAPITAL LETTER A (ALetter) × [4.0] …
    let properties: Vec<&str> = comment
        .split(['÷', '×'])
        .filter_map(|part| part.rsplit_once('(')?.1.split(')').next())
        .collect();
    let pairs = fields.chunks_exact(2);
    assert_eq!(pairs.len(), properties.len(), "{line}");
    let character = |(pair, property): (&[&str], &str)| {
        let code = u32::from_str_radix(pair[1], 16).expect("a code point");
        Character {
            c: char::from_u32(code).expect("a character"),
            property: property.to_owned(),
            breaks: pair[0] == "÷",
        }
    };
    Some(pairs.zip(properties).map(character).collect())
}
