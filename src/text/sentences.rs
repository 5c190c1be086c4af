//! Where sentences end.
//!
//! A sentence ends at `.`, `!`, `?`, `…` or their CJK forms, with the quotes and brackets that close after it, when what follows may
//! begin a sentence: white space and then anything but a small letter, or at once after a CJK stop. A full stop does not end
//! one after an abbreviation, after an initial ("J. Doe"), or inside a number. Where an editor lost the space ("yuan.With"), a small letter
//! before the stop and a capital after it end one too. A sentence never crosses a block. The rules follow the shape of UAX #29; the
//! differences (abbreviations, the lost space) are what news text needs.
//!
//! ```
//! use glossator::text::{blocks::Blocks, sentences::sentences, utf16};
//!
//! let text = utf16("It grew by 3.5 percent, Dr. Wu said. “Will it last?” Nobody knew.");
//! let found = sentences(&text, &Blocks::prose(text.len()));
//! let found: Vec<_> = found.iter().map(|s| String::from_utf16_lossy(&text[s.range()])).collect();
//! assert_eq!(found, ["It grew by 3.5 percent, Dr. Wu said.", "“Will it last?”", "Nobody knew."]);
//! ```

use std::ops::Range;

use super::blocks::Blocks;
use super::class::is_in_word;
use super::{decode_utf16, lanes};
use crate::base::letter::{is_capital, is_small, lower};
use crate::base::list;

/// One sentence, without the white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// First UTF-16 code unit.
    pub start: u32,
    /// Behind the last UTF-16 code unit.
    pub end: u32,
    /// The flags of its block.
    pub flags: u32,
}

impl Sentence {
    /// The sentence's place as a range of UTF-16 code units.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Words that end in a full stop and go on, in lower case, without that stop.
static ABBREVIATIONS: list::Rare = list::Rare::new(
    "abr abs adm approx apr aug ave avr bros bzw ca capt cf co col corp d.h dec dept dez dic dr dra déc e.g ee eg ene evtl \
    feb févr gen ggf gov hon hr i.e ie inc jan janv jr juil jul jun lt ltd mar messrs mio mlle mme mr mrd mrs ms mt \
    nov oct okt prof rep rev sen sep sept sgt sog sr sra st u.a v vgl viz vs z z.b",
);
/// The same before a number only: "No. 4", but "She said no."
const BEFORE_NUMBERS: &str = "art ch chap eq est fig figs no nos nr p pp sec vol";
/// Behind a time of day: "at 10 a.m. Monday".
const BEHIND_TIMES: &str = "monday tuesday wednesday thursday friday saturday sunday eastern pacific central mountain est edt et pst pdt pt gmt utc bst cet";
/// What begins a sentence behind initials: "in Washington, D.C. The hospital" but "the U.S. Treasury".
const STARTERS: &str = "the a an he she it they we but and in on at this that these those there his her its their our as when while after \
    before if for what who why how meanwhile however";
/// The longest of them, in characters: as far back as it is worth looking.
const LONGEST_ABBREVIATION: usize = 6;
/// And the longest word behind one, with a character more.
const LONGEST_FOLLOWER: usize = 10;

/// Before an ordinal number in German, whose full stop ends no sentence ("am 21. Dezember").
const BEFORE_ORDINALS: &str = "der die das dem den des am im vom zum zur bis und";
/// Behind one.
const GERMAN_MONTHS: &str =
    "januar februar märz april mai juni juli august september oktober november dezember";

/// All sentences of a text, in order.
#[must_use]
pub fn sentences(text: &[u16], blocks: &Blocks) -> Vec<Sentence> {
    first_sentences(text, blocks, usize::MAX)
}

/// The first sentences of a text, in order: `most` of them, and those of the same block.
pub(crate) fn first_sentences(text: &[u16], blocks: &Blocks, most: usize) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (start, end, flags) in blocks.iter() {
        if out.len() >= most {
            break;
        }
        let (start, end) = (start as usize, (end as usize).min(text.len()));
        let Some(block) = text.get(start..end) else {
            continue;
        };
        let mut from = 0;
        while from < block.len() {
            let to = sentence_end(block, from);
            let (first, last) = trim(block, from, to);
            if first < last {
                #[allow(clippy::cast_possible_truncation)] // offsets in a block table are u32
                out.push(Sentence {
                    start: (start + first) as u32,
                    end: (start + last) as u32,
                    flags,
                });
            }
            from = to.max(from + 1);
        }
    }
    out
}

/// Behind the sentence that starts at `from`.
fn sentence_end(text: &[u16], from: usize) -> usize {
    let mut at = from;
    loop {
        // Most of the text is no stop, and need not be decoded to see that.
        at += lanes::unstopped(&text[at..]);
        let Some((c, len)) = decode_utf16(text, at) else {
            break;
        };
        let stop = at;
        at += len;
        let wide = matches!(c, '。' | '！' | '？' | '｡');
        if !wide && !matches!(c, '.' | '!' | '?' | '…' | '‽' | '؟' | '۔' | '।') {
            continue;
        }
        // The stop may be repeated, and quotes and brackets close after it.
        while let Some((c, len)) = decode_utf16(text, at)
            && matches!(
                c,
                '.' | '!'
                    | '?'
                    | '…'
                    | '。'
                    | '！'
                    | '？'
                    | '"'
                    | '\''
                    | ')'
                    | ']'
                    | '”'
                    | '’'
                    | '»'
                    | '」'
                    | '』'
                    | '）'
            )
        {
            at += len;
        }
        // « Oui. »
        if matches!(text.get(at..at + 2), Some([0x20 | 0xA0 | 0x202F, 0xBB])) {
            at += 2;
        }
        let Some((next, _)) = decode_utf16(text, at) else {
            return at;
        };
        // "1. The first point"
        let (first, last) = trim(text, from, stop);
        if c == '.'
            && matches!(last - first, 1..=2)
            && text[first..last].iter().all(|&unit| is_digit(unit))
        {
            continue;
        }
        if wide
            || (next.is_whitespace()
                && begins_after(text, at)
                && !(c == '.'
                    && (is_abbreviation(text, from, stop, at) || is_ordinal(text, from, stop, at))))
        {
            return at;
        }
        if c == '.' && is_capital(next) && at == stop + 1 && ends_in_word(text, stop) {
            return at;
        }
    }
    text.len()
}

/// After the white space and what opens: nothing, or something that may begin a sentence?
fn begins_after(text: &[u16], mut at: usize) -> bool {
    while let Some((c, len)) = decode_utf16(text, at) {
        if !(c.is_whitespace() || matches!(c, '(' | '[' | '"' | '\'' | '“' | '‘' | '„' | '«'))
        {
            return !is_small(c);
        }
        at += len;
    }
    true
}

/// Are the two characters before the stop small letters?
fn ends_in_word(text: &[u16], stop: usize) -> bool {
    let small = |at: Option<usize>| {
        at.and_then(|at| decode_utf16(text, at))
            .is_some_and(|(c, _)| is_small(c))
    };
    small(stop.checked_sub(1)) && small(stop.checked_sub(2))
}

/// Is the word before the full stop an abbreviation or an initial ("J.", "J.R.")? `next` is behind it.
fn is_abbreviation(text: &[u16], from: usize, stop: usize, next: usize) -> bool {
    let mut start = stop;
    while start > from && is_in_abbreviation(text[start - 1]) {
        start -= 1;
        if stop - start > LONGEST_ABBREVIATION {
            return false;
        }
    }
    let word = &text[start..stop];
    let is_initial = match word {
        [last] => is_capital_unit(*last),
        [.., 0x2E, last] => is_capital_unit(*last),
        _ => false,
    };
    let blank = |unit: &&u16| matches!(**unit, 0x20 | 0xA0);
    let gap = text[next..].iter().take_while(blank).count();
    let behind = &text[next + gap..];
    if word.contains(&0x2E) {
        let is_followed_by = |list| {
            let letters = |unit: &&u16| is_in_abbreviation(**unit) && **unit != 0x2E;
            let length = behind.iter().take_while(letters).count();
            list::has(list, &lower_word(&behind[..length.min(LONGEST_FOLLOWER)]))
        };
        let word = lower_word(word);
        if matches!(&*word, "a.m" | "p.m") {
            return is_followed_by(BEHIND_TIMES);
        }
        if is_initial || matches!(&*word, "u.k" | "u.n" | "u.s") {
            return !is_followed_by(STARTERS);
        }
    }
    is_initial
        || (ABBREVIATIONS.may_have(word.iter().map(small)) && ABBREVIATIONS.has(&lower_word(word)))
        || (behind.first().is_some_and(|&unit| is_digit(unit))
            && list::has(BEFORE_NUMBERS, &lower_word(word)))
}

/// Is the full stop that of an ordinal number of one or two digits, as German writes them? `next` is behind it.
fn is_ordinal(text: &[u16], from: usize, stop: usize, next: usize) -> bool {
    let digits = text[from..stop].iter().rev();
    let digits = digits.take_while(|&&unit| is_digit(unit)).count();
    let start = stop - digits;
    if !(1..=2).contains(&digits) {
        return false;
    }
    let blank = |unit: &&u16| matches!(**unit, 0x20 | 0xA0);
    let letters = |unit: &&u16| is_in_abbreviation(**unit) && **unit != 0x2E;
    let gap = text[from..start].iter().rev().take_while(blank).count();
    let before = &text[from..start - gap];
    let length = before.iter().rev().take_while(letters).count();
    let behind = &text[next..];
    let skip = behind.iter().take_while(blank).count();
    let month = behind[skip..].iter().take_while(letters).count();
    let is_in = |list, word: &[u16]| !word.is_empty() && list::has(list, &lower_word(word));
    is_in(BEFORE_ORDINALS, &before[before.len() - length.min(4)..])
        || is_in(GERMAN_MONTHS, &behind[skip..skip + month.min(10)])
}

const fn is_digit(unit: u16) -> bool {
    matches!(unit, 0x30..=0x39)
}

fn lower_word(units: &[u16]) -> String {
    let mut word = String::new();
    for unit in units {
        word.push(small(unit));
    }
    word
}

fn small(unit: &u16) -> char {
    lower(char::from_u32(u32::from(*unit)).unwrap_or_default())
}

/// A letter, a digit or a full stop, of a script in which people abbreviate.
fn is_in_abbreviation(unit: u16) -> bool {
    (unit | 0x20).wrapping_sub(0x61) < 26
        || unit == 0x2E
        || char::from_u32(u32::from(unit)).is_some_and(is_in_word)
}

fn is_capital_unit(unit: u16) -> bool {
    char::from_u32(u32::from(unit)).is_some_and(is_capital)
}

fn trim(text: &[u16], mut from: usize, mut to: usize) -> (usize, usize) {
    let blank = |unit: u16| {
        !(0x21..0x7F).contains(&unit)
            && char::from_u32(u32::from(unit)).is_some_and(char::is_whitespace)
    };
    while from < to && blank(text[from]) {
        from += 1;
    }
    while to > from && blank(text[to - 1]) {
        to -= 1;
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::utf16;

    #[test]
    fn sentences_end_where_a_reader_pauses() {
        for (text, expected) in [
            (
                "One. Two! Three? Four",
                &["One.", "Two!", "Three?", "Four"][..],
            ),
            (
                "Mr. Wu of the U.S. Treasury spoke. He left.",
                &["Mr. Wu of the U.S. Treasury spoke.", "He left."],
            ),
            (
                "J. R. Hartley wrote it. It sold.",
                &["J. R. Hartley wrote it.", "It sold."],
            ),
            (
                "It was 352.1 billion yuan.With that, it grew.",
                &["It was 352.1 billion yuan.", "With that, it grew."],
            ),
            (
                "See example.com. Then go.",
                &["See example.com.", "Then go."],
            ),
            ("He said “Go.” She went.", &["He said “Go.”", "She went."]),
            (
                "Am 21. Dezember sprach z. B. Dr. Weiß, ggf. Frau Roth. Dann ging sie.",
                &[
                    "Am 21. Dezember sprach z. B. Dr. Weiß, ggf. Frau Roth.",
                    "Dann ging sie.",
                ],
            ),
            (
                "Le 12 févr. 2020 à Paris. El 3 dic. 2021 en Lima.",
                &["Le 12 févr. 2020 à Paris.", "El 3 dic. 2021 en Lima."],
            ),
            (
                "Was no. 4 on p. 12? She said no. Voilà ce qu’il est. Puis rien.",
                &[
                    "Was no. 4 on p. 12?",
                    "She said no.",
                    "Voilà ce qu’il est.",
                    "Puis rien.",
                ],
            ),
            (
                "He lives in Washington, D.C. The U.S. Treasury moved to the U.K. She stayed.",
                &[
                    "He lives in Washington, D.C.",
                    "The U.S. Treasury moved to the U.K.",
                    "She stayed.",
                ],
            ),
            (
                "At 10 a.m. Monday, Roe v. Wade and Sec. 4. He left at 6 p.m. The train had gone.",
                &[
                    "At 10 a.m. Monday, Roe v. Wade and Sec. 4.",
                    "He left at 6 p.m.",
                    "The train had gone.",
                ],
            ),
            (
                "1. The first point. 2. The second.",
                &["1. The first point.", "2. The second."],
            ),
            (
                "Il a dit « Oui. » Puis « Non. » à voix basse. EE. UU. es grande.",
                &[
                    "Il a dit « Oui. »",
                    "Puis « Non. » à voix basse.",
                    "EE. UU. es grande.",
                ],
            ),
            ("Pears, etc. The rest.", &["Pears, etc.", "The rest."]),
            ("It was 21. The end.", &["It was 21.", "The end."]),
            ("Wait… what? no. yes", &["Wait… what? no. yes"]),
            (
                "区块链发展。元宇宙也是。",
                &["区块链发展。", "元宇宙也是。"],
            ),
            ("  \n ", &[]),
        ] {
            let units = utf16(text);
            let found = sentences(&units, &Blocks::prose(units.len()));
            let found: Vec<_> = found
                .iter()
                .map(|s| String::from_utf16_lossy(&units[s.range()]))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
