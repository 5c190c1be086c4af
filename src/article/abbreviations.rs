//! The abbreviations that an article defines.
//!
//! The start is Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003): a short form in brackets behind its long form, or the
//! other way round. What is done differently: the long form is found by weighing all ways to read the letters ([`align`](super::align)); a bracket may hold more than the short form
//! ("(CSRC; Beijing)", "(the “Commission”)", "(hereinafter CSRC)", "(International Monetary Fund, IMF)"); brackets may be nested; a bracket is not the only way
//! ("…, or CSRC,", "CSRC stands for …"); and text without spaces is read too ("中国证券监督管理委员会（以下简称“证监会”）").
//!
//! ```
//! use glossator::article::abbreviations::abbreviations;
//! use glossator::text::{blocks::Blocks, utf16};
//!
//! let text = utf16("The China Securities Regulatory Commission (CSRC) and the central bank, or PBOC, agreed.");
//! let found = abbreviations(&text, &Blocks::prose(text.len()));
//! assert_eq!(found.len(), 1); // no letters of "the central bank" make "PBOC"
//! assert_eq!((found[0].short.clone(), found[0].long.clone()), (44..48, 4..42));
//! ```

use std::ops::Range;

use super::align::{Alignment, SMALL, Window, character, is_word, plain};
use crate::base::letter::{is_capital, lower};
use crate::base::list;
use crate::text::blocks::Blocks;
use crate::text::class::Class;

/// An abbreviation with what it stands for, where the article says so. All offsets are UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// The short form.
    pub short: Range<u32>,
    /// The long form.
    pub long: Range<u32>,
    /// Is only the end of the long form certain? So it is where no letters say where it begins: a name that is called “the Commission”, or a text without spaces.
    pub is_loose: bool,
}

/// Code units between brackets that are looked at, and before them.
const LONGEST_INNER: usize = 200;
const LONGEST_BEFORE: usize = 300;
/// Letters and digits of a short form.
const LONGEST_SHORT: usize = 12;
/// More definitions than this are a list of abbreviations.
const MOST: usize = 500;
/// The share of their worth that the letters of a short form must have, and those of one without capitals, which may as well be a word.
const THRESHOLD: f32 = 0.5;
const SMALL_THRESHOLD: f32 = 0.75;
/// What a digit costs that stands for nothing in the long form.
const LOST_DIGITS: f32 = 0.3;
/// Where the short form is explained behind it, all words must begin with its letters.
const FRONT_THRESHOLD: f32 = 0.9;
/// Code units that are looked at behind a short form.
const LONGEST_FRONT: usize = 100;

/// What is said before a short form.
const LEADS: &str = "a abbr abbreviated abbreviation abrégé acronym aka also as auch called das der dessen dit dite der die el en folgenden genannt henceforth hereafter \
    hereinafter im in is known kurz la le o oder or ou por referred short siglas simply sus the to";
const LEADS_UNSPACED: [&str; 8] = [
    "以下简称",
    "英文简称",
    "英文缩写",
    "以下称",
    "简称",
    "下称",
    "缩写",
    "略称",
];
/// What stands between a comma and a short form.
const OTHERWISE: [&str; 8] = [
    "or ",
    "oder ",
    "ou ",
    "o ",
    "kurz ",
    "known as ",
    "also known as ",
    "abbreviated as ",
];
/// What stands between a short form and its explanation.
const MEANS: [&str; 7] = [
    "stands for ",
    "is short for ",
    "means ",
    ": ",
    "= ",
    "steht für ",
    "signifie ",
];
/// Characters that hardly stand in a Chinese name, and often before one.
const NO_NAME: &str = "的在和与及或由对向据是了为将被从到就按经让把给称";
/// Characters of a name in a script without spaces.
const LONGEST_UNSPACED: usize = 20;

/// The abbreviations that a text defines, in its order.
#[must_use]
pub fn abbreviations(text: &[u16], blocks: &Blocks) -> Vec<Abbreviation> {
    let mut finder = Finder {
        text,
        block: 0..0,
        found: Vec::new(),
    };
    for (start, end, _) in blocks.iter() {
        finder.block = start as usize..(end as usize).min(text.len());
        finder.read_block();
    }
    finder.found
}

struct Finder<'a> {
    text: &'a [u16],
    block: Range<usize>,
    found: Vec<Abbreviation>,
}

impl Finder<'_> {
    fn unit(&self, at: usize) -> u16 {
        if at < self.block.end {
            self.text.get(at).copied().unwrap_or_default()
        } else {
            0
        }
    }

    fn char(&self, at: usize) -> char {
        character(self.unit(at))
    }

    fn read_block(&mut self) {
        for at in self.block.clone() {
            match self.unit(at) {
                0x28 | 0x5B | 0xFF08 | 0xFF3B => {
                    if let Some(end) = self.closing(at) {
                        self.bracket(at, end);
                    }
                }
                0x2C => self.apposition(at),
                unit if is_capital_ascii(unit) && is_capital_ascii(self.unit(at + 1)) => {
                    if at == self.block.start || !is_word(self.unit(at - 1)) {
                        self.explained(at);
                    }
                }
                _ => {}
            }
        }
    }

    /// Where the bracket at `at` closes.
    fn closing(&self, at: usize) -> Option<usize> {
        let mut depth = 0;
        for place in at..self.block.end.min(at + LONGEST_INNER) {
            match self.char(place) {
                '(' | '[' | '（' | '［' => depth += 1,
                ')' | ']' | '）' | '］' => {
                    depth -= 1;
                    if depth == 0 {
                        return Some(place);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// Without white space and quotes around it.
    fn trim(&self, part: Range<usize>) -> Range<usize> {
        let is_rim = |c: char| c.is_whitespace() || is_quote(c);
        let Range { mut start, mut end } = part;
        while start < end && is_rim(self.char(start)) {
            start += 1;
        }
        while end > start && is_rim(self.char(end - 1)) {
            end -= 1;
        }
        start..end
    }

    fn words(&self, part: &Range<usize>) -> usize {
        let mut words = 0;
        let mut before = ' ';
        for at in part.clone() {
            let c = self.char(at);
            words += usize::from(before.is_whitespace() && !c.is_whitespace());
            before = c;
        }
        words
    }

    /// The part without the words that introduce a short form.
    fn after_leads(&self, part: Range<usize>) -> Range<usize> {
        let mut part = self.trim(part);
        loop {
            let mut word = String::new();
            let mut at = part.start;
            while at < part.end && is_word(self.unit(at)) {
                word.push(lower(self.char(at)));
                at += 1;
            }
            if word.is_empty()
                && let Some(lead) = LEADS_UNSPACED.iter().find(|lead| self.has(at, lead))
            {
                let mut at = at + lead.chars().count();
                if matches!(self.char(at), '：' | ':' | '为') {
                    at += 1;
                }
                return self.trim(at.min(part.end)..part.end);
            }
            let is_lead = self.char(at).is_whitespace() || matches!(self.char(at), ':' | '.');
            if at >= part.end || !is_lead || !list::has(LEADS, &word) {
                return part;
            }
            part = self.trim(at + 1..part.end);
        }
    }

    /// Does it stand in quotes?
    fn is_quoted(&self, part: &Range<usize>) -> bool {
        part.start > self.block.start
            && is_quote(self.char(part.start - 1))
            && is_quote(self.char(part.end))
    }

    fn bracket(&mut self, open: usize, close: usize) {
        let inner = self.trim(open + 1..close);
        let before = self.before(open);
        let mut from = inner.start;
        let mut parts = Vec::new();
        let mut depth = 0;
        for at in inner.start..=inner.end {
            match self.char(at) {
                '(' | '[' | '（' | '［' => depth += 1,
                ')' | ']' | '）' | '］' => depth -= 1,
                _ => {}
            }
            if at == inner.end || (depth == 0 && self.is_separator(at)) {
                parts.push(self.after_leads(from..at));
                from = at + 1;
            }
        }
        for part in parts.iter().take(2) {
            if let Some(short) = self.short(part)
                && let Some(long) = self.long_before(&short, part, before.clone())
            {
                self.push(part.clone(), long, false);
                return;
            }
        }
        if let Some(part) = parts.first()
            && !part.is_empty()
            && let Some(long) = self.name_before(part, before.clone())
        {
            self.push(part.clone(), long, true);
            return;
        }
        // The other way round: the short form stands before the bracket.
        let word = self.word_before(open);
        let is_glued = open == self.block.start || !self.char(open - 1).is_whitespace();
        for part in parts.iter().take(2) {
            if let Some(short) = self.short(&word)
                && self.has_capital(&word)
                && !is_glued
                && part.len() > word.len()
                && let Some(found) = self.fit(&short, &word, part.clone())
                && found.word == 0
            {
                self.push(word, found.start..part.end, false);
                return;
            }
        }
        // "CSRC（中国证券监督管理委员会）"
        if let Some(part) = parts.first()
            && self.capitals(&word) >= 2
            && (LONGEST_SHORT / 3..=LONGEST_UNSPACED).contains(&part.len())
            && part.clone().all(|at| self.is_unspaced(at))
        {
            self.push(word, part.clone(), true);
            return;
        }
        // Both in the bracket.
        if let [long, short_part] = &parts[..]
            && let Some(short) = self.short(short_part)
            && let Some(found) = self.fit(&short, short_part, long.clone())
        {
            self.push(short_part.clone(), found.start..long.end, false);
        }
    }

    fn is_separator(&self, at: usize) -> bool {
        matches!(self.char(at), '，' | '；' | ';')
            || (self.char(at) == ',' && self.char(at + 1).is_whitespace())
    }

    /// A name before a bracket that says how it is called, though no letters tell where it begins: one in capitals before a word in quotes, or one in a script without spaces.
    fn name_before(&self, part: &Range<usize>, before: Range<usize>) -> Option<Range<usize>> {
        let end = before.end;
        let mut start = end;
        if self.is_unspaced(end.wrapping_sub(1)) {
            while start > before.start
                && self.is_unspaced(start - 1)
                && !NO_NAME.contains(self.char(start - 1))
                && !('ぁ'..='ゟ').contains(&self.char(start - 1))
                && end - start < LONGEST_UNSPACED
            {
                start -= 1;
            }
            // Either letters of another script, or some of its own in their order.
            let mut left = part.clone().peekable();
            for at in start..end {
                left.next_if(|&own| self.unit(own) == self.unit(at));
            }
            let is_short = if self.is_unspaced(part.start) {
                part.len() >= 2 && left.peek().is_none()
            } else {
                self.capitals(part) >= 2 && self.short(part).is_some()
            };
            return (is_short && end - start > part.len().min(2)).then_some(start..end);
        }
        if !self.is_quoted(part) || self.words(part) > 3 || !is_capital(self.char(part.start)) {
            return None;
        }
        // Back over words with a capital and the small ones between them.
        let mut words = 0;
        let mut at = end;
        while at > before.start {
            let mut from = at;
            while from > before.start && !self.char(from - 1).is_whitespace() {
                from -= 1;
            }
            let is_name = is_capital(self.char(from));
            if !(is_name || (words > 0 && is_small_word(self, from..at)))
                || (at < end && self.char(at - 1) == ',')
            {
                break;
            }
            if is_name {
                start = from;
                words += 1;
            }
            at = from;
            while at > before.start && self.char(at - 1).is_whitespace() {
                at -= 1;
            }
        }
        if self.has(start, "The ") {
            start += 4;
            words -= 1;
        }
        (words > 1).then_some(start..end)
    }

    fn is_unspaced(&self, at: usize) -> bool {
        at >= self.block.start && Class::of(self.char(at)) == Class::Lone
    }

    /// `CSRC stands for …`, `CSRC: …`
    fn explained(&mut self, start: usize) {
        let mut end = start;
        while is_word(self.unit(end)) {
            end += 1;
        }
        let part = start..end;
        let at = self.space_after(end);
        let Some(sign) = MEANS.iter().find(|sign| self.has(at, sign)) else {
            return;
        };
        let at = at + sign.chars().count();
        if let Some(short) = self.short(&part) {
            let mut end = at;
            while end < self.block.end
                && end - at < LONGEST_FRONT
                && !matches!(self.char(end), '.' | ',' | ';' | '(' | ')' | ':')
            {
                end += 1;
            }
            let long = self.after_leads(at..end);
            if let Some(found) = self.fit_front(&short, long) {
                self.push(part, found, false);
            }
        }
    }

    /// The shortest beginning of a stretch of text all of whose words begin with the letters of the short form.
    fn fit_front(&self, short: &[char], part: Range<usize>) -> Option<Range<usize>> {
        let mut end = part.start;
        while end < part.end {
            while end < part.end && !self.char(end).is_whitespace() {
                end += 1;
            }
            let long = part.start..end;
            let window = Window::new(self.text, long.clone());
            if let Some(found) = window.align(short)
                && found.word == 0
                && found.score >= FRONT_THRESHOLD
            {
                return Some(long);
            }
            end += 1;
        }
        None
    }

    fn space_after(&self, mut at: usize) -> usize {
        while self.char(at).is_whitespace() {
            at += 1;
        }
        at
    }

    fn has(&self, at: usize, word: &str) -> bool {
        word.chars().zip(at..).all(|(c, at)| self.char(at) == c)
    }

    /// `…, or CSRC,`
    fn apposition(&mut self, comma: usize) {
        let mut at = self.space_after(comma + 1);
        let Some(lead) = OTHERWISE.iter().find(|lead| self.has(at, lead)) else {
            return;
        };
        at += lead.chars().count();
        if self.has(at, "the ") {
            at += 4;
        }
        let start = at;
        while is_word(self.unit(at)) || matches!(self.char(at), '-' | '&') {
            at += 1;
        }
        let part = start..at;
        if !matches!(
            self.char(self.space_after(at)),
            ',' | '.' | ';' | ')' | '\0'
        ) {
            return;
        }
        let before = self.before(comma);
        if let Some(short) = self.short(&part)
            && self.capitals(&part) >= 2
            && let Some(found) = self.fit(&short, &part, before.clone())
        {
            self.push(part, found.start..before.end, false);
        }
    }

    /// What may hold the long form of what comes at `at`: to the start of the sentence, or of the bracket that it is in.
    fn before(&self, at: usize) -> Range<usize> {
        let part = self.trim(self.block.start.max(at.saturating_sub(LONGEST_BEFORE))..at);
        let mut depth = 0;
        let mut start = part.end;
        while start > part.start {
            let c = self.char(start - 1);
            match c {
                ')' | ']' | '）' | '］' => depth += 1,
                '(' | '[' | '（' | '［' => {
                    depth -= 1;
                    if depth < 0 {
                        break;
                    }
                }
                '.' | '!' | '?' | ':' | ';' if self.char(start).is_whitespace() => break,
                '。' | '；' | '！' | '？' => break,
                _ => {}
            }
            start -= 1;
        }
        self.trim(start..part.end)
    }

    fn word_before(&self, at: usize) -> Range<usize> {
        let Range { end, .. } = self.trim(self.block.start..at);
        let mut start = end;
        while start > self.block.start
            && end - start < 2 * LONGEST_SHORT
            && !self.char(start - 1).is_whitespace()
            && !matches!(self.char(start - 1), '(' | '[' | '（' | '［')
        {
            start -= 1;
        }
        self.trim(start..end)
    }

    /// The letters of a short form, if the part can be one.
    fn short(&self, part: &Range<usize>) -> Option<Vec<char>> {
        if part.len() > 2 * LONGEST_SHORT || self.words(part) > 2 || !is_word(self.unit(part.start))
        {
            return None;
        }
        let letters: Vec<char> = part
            .clone()
            .map(|at| self.unit(at))
            .filter(|&unit| is_word(unit))
            .map(plain)
            .collect();
        let mut depth = 0;
        for at in part.clone() {
            match self.char(at) {
                '(' => depth += 1,
                ')' if depth == 0 => return None,
                ')' => depth -= 1,
                _ => {}
            }
        }
        let has_letter = depth == 0 && letters.iter().any(|c| c.is_alphabetic());
        (has_letter && letters.len() <= LONGEST_SHORT).then_some(letters)
    }

    fn capitals(&self, part: &Range<usize>) -> usize {
        part.clone().filter(|&at| is_capital(self.char(at))).count()
    }

    fn has_capital(&self, part: &Range<usize>) -> bool {
        self.capitals(part) > 0
    }

    fn long_before(
        &self,
        short: &[char],
        part: &Range<usize>,
        before: Range<usize>,
    ) -> Option<Range<usize>> {
        let end = before.end;
        let words = (short.len() * 2).min(short.len() + 5);
        // No further back than so many words.
        let mut start = end;
        let mut seen = 0;
        while start > before.start {
            if self.char(start - 1).is_whitespace() && is_word(self.unit(start)) {
                seen += 1;
                if seen == words {
                    break;
                }
            }
            start -= 1;
        }
        let found = self.fit(short, part, start..end)?;
        Some(found.start..end)
    }

    /// The best alignment of the short form's variants.
    fn fit(&self, short: &[char], part: &Range<usize>, long: Range<usize>) -> Option<Alignment> {
        let window = Window::new(self.text, long.clone());
        let mut best = window.align(short);
        let mut consider = |letters: &[char], cost: f32| {
            if let Some(mut found) = window.align(letters) {
                found.score -= cost;
                if best.is_none_or(|known| found.score > known.score) {
                    best = Some(found);
                }
            }
        };
        if let Some((&'s', rest)) = short.split_last()
            && rest.len() > 1
            && self.char(part.end - 1) == 's'
        {
            consider(rest, 0.0);
        }
        if short.iter().any(char::is_ascii_digit) {
            let letters: Vec<char> = short
                .iter()
                .copied()
                .filter(|c| !c.is_ascii_digit())
                .collect();
            consider(&letters, LOST_DIGITS);
        }
        // "EE. UU.": a doubled letter is a plural. "W3C": a digit counts the letter beside it.
        if short.len() > 2
            && short.as_chunks::<2>().1.is_empty()
            && short.as_chunks::<2>().0.iter().all(|[a, b]| a == b)
        {
            let letters: Vec<char> = short.iter().copied().step_by(2).collect();
            consider(&letters, 0.0);
        }
        if let [first, digit @ '2'..='4', rest @ ..] = short
            && first.is_alphabetic()
        {
            let mut letters = vec![*first; *digit as usize - '0' as usize];
            letters.extend(rest);
            consider(&letters, 0.0);
        }
        let mut found = best?;
        let threshold = if self.has_capital(part) {
            THRESHOLD
        } else {
            SMALL_THRESHOLD
        };
        // With what stands before the name of a substance: "2,4-dinitrophenol".
        let mut start = found.start;
        while start > long.start && is_locant(self.char(start - 1)) {
            start -= 1;
        }
        if start < found.start && (start == long.start || self.char(start - 1).is_whitespace()) {
            found.start = start;
        }
        let is_last =
            short.len() > 1 || (self.has_capital(part) && found.word + 1 == window.words());
        (is_last && found.score >= threshold && part.len() < long.end - found.start)
            .then_some(found)
    }

    fn push(&mut self, short: Range<usize>, long: Range<usize>, is_loose: bool) {
        #[allow(clippy::cast_possible_truncation)] // offsets in a block table are u32
        let span = |range: Range<usize>| range.start as u32..range.end as u32;
        if self.found.len() < MOST {
            self.found.push(Abbreviation {
                short: span(short),
                long: span(long),
                is_loose,
            });
        }
    }
}

/// A word that names hold between their capitals.
fn is_small_word(finder: &Finder<'_>, part: Range<usize>) -> bool {
    let word: String = part.map(|at| finder.char(at)).collect();
    list::has(SMALL, &word)
}

fn is_capital_ascii(unit: u16) -> bool {
    (0x41..=0x5A).contains(&unit)
}

fn is_locant(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | '-' | '\'' | 'N' | 'O')
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '‘'
            | '’'
            | '„'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '《'
            | '》'
            | '`'
    )
}
