//! Rules of inflection as one text a language: endings, and what becomes of words that end so.
//!
//! A rule is an ending and any number of forms, without spaces: `index2ices0es` says that what ends in "index" loses two bytes and gains
//! "ices" (indices), or loses none and gains "es" (indexes). The digit is the number of *bytes* (UTF-8) that are dropped. An ending without
//! forms says that the word has none. `^` at the front of an ending stands for the start of the label, `-` for the start of a word. Where the
//! digit would be, `+` drops nothing and marks a form of the singular (the German genitive).
//!
//! Rules stand in lines by the last letter of their endings (all that do not end in a to z in one line), and the first that fits wins. The first line is
//! what becomes of the words that no rule fits. A line is found by an index made at compile time, so that a word is compared with a few
//! rules only; the forms of a thousand labels are made while a reader waits.

/// The rules of a language.
pub(super) struct Rules {
    text: &'static str,
    /// Where the line of each letter begins in `text`, in bytes; the last one is that of all other letters.
    lines: [u16; OTHERS + 1],
}

/// The line of endings that do not end in a to z.
const OTHERS: usize = 26;

impl Rules {
    pub const fn new(text: &'static str) -> Self {
        let bytes = text.as_bytes();
        let mut lines = [0; OTHERS + 1];
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == b'\n' {
                let mut end = at + 1;
                while end < bytes.len() && !is_form(bytes[end]) && !bytes[end].is_ascii_whitespace() {
                    end += 1;
                }
                #[allow(clippy::cast_possible_truncation)] // a table of 64 KB would not be read
                let start = (at + 1) as u16;
                lines[line_of(bytes[end - 1])] = start;
            }
            at += 1;
        }
        Self { text, lines }
    }

    /// The forms of the word at `start..end` (bytes) of a label in small letters.
    pub fn forms(&self, lower: &str, start: usize, end: usize) -> Forms {
        let word = lower.get(..end).unwrap_or_default().as_bytes();
        let Some(&last) = word.last() else {
            return Forms("");
        };
        let line = usize::from(self.lines[line_of(last)]);
        if line > 0 {
            for rule in line_at(self.text, line).split(' ') {
                let (ending, forms) = parts(rule);
                if fits(ending, word, start) {
                    return Forms(forms);
                }
            }
        }
        Forms(line_at(self.text, 0))
    }
}

/// Forms of a word, as written in a rule.
#[derive(Clone, Copy)]
pub(super) struct Forms(pub &'static str);

/// What a form is made by.
#[derive(Clone, Copy)]
pub(super) struct Change {
    /// Bytes of the word that are dropped at its end.
    pub dropped: usize,
    pub suffix: &'static str,
    /// Marked with `+`.
    pub is_singular: bool,
}

impl Iterator for Forms {
    type Item = Change;

    fn next(&mut self) -> Option<Change> {
        let kind = *self.0.as_bytes().first()?;
        let (suffix, rest) = parts(self.0.get(1..)?);
        self.0 = rest;
        let is_singular = kind == b'+';
        Some(Change {
            dropped: if is_singular {
                0
            } else {
                usize::from(kind - b'0')
            },
            suffix,
            is_singular,
        })
    }
}

const fn is_form(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'+'
}

const fn line_of(letter: u8) -> usize {
    if letter.is_ascii_lowercase() {
        (letter - b'a') as usize
    } else {
        OTHERS
    }
}

fn line_at(text: &str, at: usize) -> &str {
    let line = text.get(at..).unwrap_or_default();
    let end = line.bytes().position(|byte| byte == b'\n');
    line.get(..end.unwrap_or(line.len())).unwrap_or_default()
}

/// What stands before the first form, and the forms.
fn parts(rule: &str) -> (&str, &str) {
    let at = rule.bytes().position(is_form).unwrap_or(rule.len());
    rule.split_at(at)
}

/// Does the word, which begins at `start` and goes to the end, have the ending?
fn fits(ending: &str, word: &[u8], start: usize) -> bool {
    let bytes = ending.as_bytes();
    match bytes.first() {
        Some(b'^') => word == &bytes[1..],
        Some(b'-') => word.get(start..) == Some(&bytes[1..]),
        _ => word.ends_with(bytes),
    }
}

#[cfg(test)]
impl Rules {
    /// Is every rule in the line of its last letter, where it is found, and no line's letter that of another? A rule without an ending ends a line.
    pub fn check(&self) {
        let mut letters = Vec::new();
        for line in self.text.lines().skip(1) {
            let mut rules = line.split(' ').map(|rule| parts(rule).0).peekable();
            let letter = |ending: &str| line_of(ending.bytes().last().unwrap_or(0));
            let first = letter(rules.peek().unwrap());
            assert!(!letters.contains(&first), "another line of {line}");
            letters.push(first);
            while let Some(ending) = rules.next() {
                let ends_line = ending.is_empty() && rules.peek().is_none();
                assert!(ends_line || letter(ending) == first, "{ending} in {line}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules::new(
        "0s
index2ices0es ^ox0en -mix ex0es x1ces
man+s2en ón3ones
-not
é0s",
    );

    fn forms(label: &str, start: usize) -> String {
        let form = |change: Change| {
            let stem = &label[..label.len() - change.dropped];
            [stem, change.suffix].concat()
        };
        let forms: Vec<String> = RULES.forms(label, start, label.len()).map(form).collect();
        forms.join(" ")
    }

    #[test]
    fn the_first_rule_that_fits() {
        for (label, start, expected) in [
            ("index", 0, "indices indexes"),
            ("apex", 0, "apexes"),
            ("matrix", 0, "matrices"),
            ("ox", 0, "oxen"),
            ("an ox", 3, "an oces"),
            ("not", 0, ""),
            ("why not", 4, ""),
            ("knot", 0, "knots"),
            ("mix", 0, ""),
            ("a mix", 2, ""),
            ("remix", 0, "remices"),
            ("man", 0, "mans men"),
            ("acción", 0, "acciones"),
            ("café", 0, "cafés"),
            ("bank", 0, "banks"),
            ("on", 0, "ons"),
            ("", 0, ""),
        ] {
            assert_eq!(forms(label, start), expected, "{label}");
        }
    }

    #[test]
    fn a_form_of_the_singular_is_marked() {
        let marks: Vec<bool> = RULES
            .forms("man", 0, 3)
            .map(|change| change.is_singular)
            .collect();
        assert_eq!(marks, [true, false]);
    }
}
