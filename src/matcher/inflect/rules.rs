//! Rules of inflection as one text a language: endings, and what becomes of words that end so.
//!
//! A rule is an ending and any number of forms, without spaces: `index2ices0es` says that what ends in "index" loses two bytes and gains
//! "ices" (indices), or loses none and gains "es" (indexes). The digit is the number of *bytes* (UTF-8) that are dropped. An ending without
//! forms says that the word has none. Before an ending `^` stands for the start of the label, and `-` for the start of a word.
//! In place of a digit, `+` drops nothing and marks a form of the singular (the German genitive); `!` says that the word is a preposition or the
//! like, which ends the part of a label that is inflected; `<` that it may stand behind its noun.
//!
//! Rules stand in lines by the last letter of their endings (all that do not end in a to z in one line), and the first that fits wins. The first line is
//! what becomes of the words that no rule fits. A line is found by an index made at compile time, so that a word is compared with a few
//! rules only; the forms of a thousand labels are made while a reader waits. Everything is bytes: a cut in a text would be checked for the middle of a
//! character, and what fails such a check is a kilobyte of Wasm.

/// The rules of a language.
pub(super) struct Rules {
    text: &'static [u8],
    /// Where the line of each letter begins in `text`; the last one is that of all other letters.
    lines: [u16; OTHERS + 1],
}

/// The line of endings that do not end in a to z.
const OTHERS: usize = 26;

impl Rules {
    pub const fn new(text: &'static str) -> Self {
        let text = text.as_bytes();
        let mut lines = [0; OTHERS + 1];
        let mut at = 0;
        while at < text.len() {
            if text[at] == b'\n' {
                let mut end = at + 1;
                while end < text.len() && text[end] > b' ' && !is_form(text[end]) {
                    end += 1;
                }
                #[allow(clippy::cast_possible_truncation)] // a table of 64 KB would not be read
                let start = (at + 1) as u16;
                lines[line_of(text[end - 1])] = start;
            }
            at += 1;
        }
        Self { text, lines }
    }

    /// The forms of a word. `label` is in small letters and goes to the end of the word, which begins at `start`.
    pub fn forms(&self, label: &[u8], start: usize) -> Forms {
        let line = label.last().map_or(0, |&last| self.lines[line_of(last)]);
        let mut rest = self.text.get(usize::from(line)..).unwrap_or_default();
        loop {
            let (ending, after) = parts(rest);
            let (forms, next) = cut(after, |byte| byte <= b' ');
            // In the first line there is no ending, and it fits.
            if fits(ending, label, start) {
                return Forms(forms);
            }
            match next {
                [b' ', next @ ..] => rest = next,
                _ => rest = self.text,
            }
        }
    }
}

/// Forms of a word, as written in a rule.
#[derive(Clone, Copy)]
pub(super) struct Forms(pub &'static [u8]);

/// What a form is made by.
#[derive(Clone, Copy)]
pub(super) struct Change {
    /// Bytes of the word that are dropped at its end.
    pub dropped: usize,
    pub suffix: &'static [u8],
    /// Marked with `+`.
    pub is_singular: bool,
}

impl Forms {
    /// Is the word marked so?
    pub fn is(self, mark: u8) -> bool {
        self.0.first() == Some(&mark)
    }
}

impl Iterator for Forms {
    type Item = Change;

    fn next(&mut self) -> Option<Change> {
        let (&kind, rest) = self.0.split_first()?;
        let (suffix, rest) = parts(rest);
        self.0 = rest;
        if matches!(kind, b'!' | b'<') {
            return self.next();
        }
        Some(Change {
            dropped: usize::from(kind.saturating_sub(b'0')),
            suffix,
            is_singular: kind == b'+',
        })
    }
}

const fn is_form(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'+' | b'!' | b'<')
}

const fn line_of(letter: u8) -> usize {
    let line = letter.wrapping_sub(b'a') as usize;
    if line < OTHERS { line } else { OTHERS }
}

/// What stands before the first form, and the rest.
fn parts(rule: &'static [u8]) -> (&'static [u8], &'static [u8]) {
    cut(rule, |byte| byte <= b' ' || is_form(byte))
}

fn cut(text: &'static [u8], is_end: fn(u8) -> bool) -> (&'static [u8], &'static [u8]) {
    let at = text.iter().position(|&byte| is_end(byte));
    text.split_at_checked(at.unwrap_or(text.len()))
        .unwrap_or_default()
}

/// Does the word, which begins at `start` and ends with the label, have the ending?
fn fits(ending: &[u8], label: &[u8], start: usize) -> bool {
    match ending {
        [b'^', ending @ ..] => label == ending,
        [b'-', ending @ ..] => label.get(start..) == Some(ending),
        _ => label.ends_with(ending),
    }
}

#[cfg(test)]
impl Rules {
    /// Is every rule in the line of its last letter, where it is found, and no line's letter that of another? A rule without an ending ends a line.
    pub fn check(&self) {
        let mut letters = Vec::new();
        for line in std::str::from_utf8(self.text).unwrap().lines().skip(1) {
            let ending = |rule: &'static str| parts(rule.as_bytes()).0;
            let mut rules = line.split(' ').map(ending).peekable();
            let letter = |ending: &[u8]| line_of(*ending.last().unwrap_or(&0));
            let first = letter(rules.peek().unwrap());
            assert!(!letters.contains(&first), "another line of {line}");
            letters.push(first);
            while let Some(ending) = rules.next() {
                let ends_line = ending.is_empty() && rules.peek().is_none();
                assert!(ends_line || letter(ending) == first, "{ending:?} in {line}");
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
            let stem = &label.as_bytes()[..label.len() - change.dropped];
            String::from_utf8([stem, change.suffix].concat()).unwrap()
        };
        let forms: Vec<String> = RULES.forms(label.as_bytes(), start).map(form).collect();
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
        ] {
            assert_eq!(forms(label, start), expected, "{label}");
        }
    }

    #[test]
    fn a_form_of_the_singular_is_marked() {
        let marks: Vec<bool> = RULES
            .forms(b"man", 0)
            .map(|change| change.is_singular)
            .collect();
        assert_eq!(marks, [true, false]);
    }
}
