//! The abbreviations that an article defines.
//!
//! The start is Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003): a short form in brackets behind its long form, or the
//! other way round. What is done differently: the long form is found by weighing all ways to read the letters (`align.rs`); a bracket may hold more than the short form
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

use super::align::{SMALL, character_at, nesting};
use super::fit::LONGEST_SHORT;
use super::phrases::{Phrases, phrases};
use crate::base::letter::{is_capital, is_small};
use crate::text::blocks::Blocks;
use crate::text::class::Class;
use crate::text::lanes;

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
/// Words of a short form in quotes.
const MOST_QUOTED: usize = 3;
/// More definitions than this are a list of abbreviations.
pub(super) const MOST: usize = 500;
/// Where the short form is explained behind it, all words must begin with its letters.
const FRONT_THRESHOLD: f32 = 0.9;
/// Code units that are looked at behind a short form.
const LONGEST_FRONT: usize = 100;

/// What is said before a short form.
const LEADS: Phrases = phrases!(
    "a |abbr. |abbr.: |abbreviated |abbreviation |abrégé |acronym |adelante |aka |also |as |auch |called |ci-après |das |der |dit |dite |die |el |en |folgenden |folgenden: |genannt |henceforth |\
    hereafter |hereinafter |im |in |is |known |kurz |kurz: |l'|l’|la |le |o |oder |or |ou |por |referred |short |siglas |sus |the |to |以下、|以下|英文|简称|簡稱|缩写|下称|略称|称|：|为|"
);
/// What stands between a comma and a short form.
const OTHERWISE: Phrases = phrases!(
    "or the |or |oder |ou |o |kurz |known as the |known as |also known as |also called |abbreviated as |"
);
/// What stands between a short form and its explanation.
const MEANS: Phrases = phrases!(
    "stands for |is short for |, short for |, which stands for |, or |means |: |= |- |– |— |steht für |signifie |"
);
/// Characters that hardly stand in a Chinese name, and often before one.
const NO_NAME: Phrases =
    phrases!("的|在|和|与|及|或|由|对|向|据|是|了|为|将|被|从|到|就|按|经|让|把|给|称|于|");
/// No part of a name.
const ARTICLE: Phrases = phrases!("the |");
/// Characters of a name in a script without spaces, and how many more it has at least than its short form. With fewer, a bracket says something about the name: 希伯来语（RTL）, 小米手机（MIUI）.
const LONGEST_UNSPACED: usize = 20;
const MORE_UNSPACED: usize = 2;

/// The abbreviations that a text defines, in its order.
#[must_use]
pub fn abbreviations(text: &[u16], blocks: &Blocks) -> Vec<Abbreviation> {
    let mut found = Vec::new();
    for (start, end, _) in blocks.iter() {
        let start = start as usize;
        if let Some(block) = text.get(..(end as usize).min(text.len()))
            && start < block.len()
        {
            let mut finder = Finder {
                text: block,
                start,
                found,
            };
            finder.read(text);
            found = finder.found;
        }
    }
    found.truncate(MOST);
    found
}

/// One block of the text: it begins at `start`, and the text ends where it does.
pub(super) struct Finder<'a> {
    pub(super) text: &'a [u16],
    start: usize,
    found: Vec<Abbreviation>,
}

impl Finder<'_> {
    /// `text` is the whole one, which goes on behind the block: vectors are read to their end.
    fn read(&mut self, text: &[u16]) {
        let mut block = self.start;
        while block < self.text.len()
            && let Some(ahead) = text.get(block..)
        {
            // Most of a text is small letters and spaces, or Han.
            let mut places = lanes::telling(ahead);
            while places != 0 {
                let at = block + places.trailing_zeros() as usize;
                places &= places - 1;
                if at >= self.text.len() {
                    break;
                }
                match self.text[at] {
                    0x2C => self.apposition(at),
                    0x41..=0x5A => self.acronym(at),
                    _ => self.bracket(at),
                }
            }
            block += lanes::FEW;
        }
    }

    fn bracket(&mut self, open: usize) {
        let Some(close) = self.closing(open) else {
            return;
        };
        // "He said so. – (FR) Mr President": behind a dash a bracket says nothing about what is before.
        if is_dash(self.char(open.wrapping_sub(2))) {
            return;
        }
        let parts = self.parts(open + 1..close);
        let word = self.word_before(open);
        for part in parts.iter().take(2) {
            let found = self.fit_before(part, open);
            if self.push(part, found, false) {
                return;
            }
        }
        let first = parts.first().cloned().unwrap_or_default();
        let name = self.name_before(&first, open);
        if self.push(&first, name, true) {
            return;
        }
        // The other way round: the short form stands before the bracket, with a space between.
        if self.is_space(open.wrapping_sub(1)) && self.capitals(&word) > 0 {
            for part in parts.iter().take(2) {
                if self.fits(&word, part, Some(0.0)) {
                    return;
                }
            }
        }
        // "CSRC（中国证券监督管理委员会）"
        let length = word.len() + MORE_UNSPACED..=LONGEST_UNSPACED;
        if self.capitals(&word) > 1
            && length.contains(&first.len())
            && first.clone().all(|at| self.is_unspaced(at))
        {
            self.push(&word, Some(first), true);
        } else if let [long, short] = &parts[..] {
            // Both in the bracket.
            self.fits(short, long, None);
        }
    }

    /// `…, or CSRC,`
    fn apposition(&mut self, comma: usize) {
        let mut at = self.behind_space(comma + 1);
        let Some(lead) = OTHERWISE.at(self.text, at) else {
            return;
        };
        at += lead;
        let start = at;
        while self.is_word(at) || matches!(self.char(at), '-' | '&') {
            at += 1;
        }
        let part = start..at;
        let end = self.behind_space(at);
        if self.capitals(&part) > 1
            && (end >= self.text.len() || matches!(self.char(end), ',' | '.' | ';' | ')'))
        {
            let before = self.before(comma);
            self.fits(&part, &before, None);
        }
    }

    /// `CSRC stands for …`, `CSRC: …`
    fn acronym(&mut self, start: usize) {
        if !matches!(self.text.get(start + 1), Some(0x41..=0x5A))
            || (start > self.start && self.is_word(start - 1))
        {
            return;
        }
        let mut end = start;
        while self.is_word(end) {
            end += 1;
        }
        let short = start..end;
        let at = self.behind_space(end);
        let Some(sign) = MEANS.at(self.text, at) else {
            return;
        };
        let long = self.behind_leads(at + sign..self.text.len().min(at + LONGEST_FRONT));
        let mut stop = long.start;
        while stop < long.end && !matches!(self.char(stop), '.' | ',' | ';' | '(' | ')' | ':' | '=')
        {
            stop += 1;
        }
        // In a list, all of it up to the sign that ends it.
        let whole = self.trim(long.start..stop);
        let is_listed =
            self.char(at) == '=' && self.char(stop) != '=' && stop < long.start + LONGEST_FRONT;
        if is_listed && self.fits(&short, &whole, Some(0.0)) {
            return;
        }
        // The shortest beginning all of whose words begin with the letters of the short form.
        for end in long.start..stop {
            if self.is_word(end)
                && !self.is_word(end + 1)
                && self.fits(&short, &(long.start..end + 1), Some(FRONT_THRESHOLD))
            {
                return;
            }
        }
    }

    /// Keeps the long form that ends where `long` does, if the short form reads as its abbreviation; with a `least` score only one that begins with the first word.
    #[inline(never)]
    fn fits(&mut self, short: &Range<usize>, long: &Range<usize>, least: Option<f32>) -> bool {
        let found = self
            .fit(short, long)
            .filter(|found| least.is_none_or(|least| found.word == 0 && found.score >= least));
        self.push(short, found.map(|found| found.start..long.end), false)
    }

    /// What stands in a bracket, at its commas and semicolons, without what only introduces it.
    fn parts(&self, inner: Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut from = inner.start;
        let mut depth = 0;
        for at in inner.start..=inner.end {
            depth += nesting(self.char(at));
            let is_separator = matches!(self.char(at), '，' | '；' | ';')
                || (self.char(at) == ',' && self.is_space(at + 1))
                || (is_dash(self.char(at)) && self.is_space(at - 1) && self.is_space(at + 1));
            if at == inner.end || (is_separator && depth == 0) {
                parts.push(self.behind_leads(from..at));
                from = at + 1;
            }
        }
        parts
    }

    /// The part without the words that introduce a short form.
    fn behind_leads(&self, part: Range<usize>) -> Range<usize> {
        let mut part = self.trim(part);
        while let Some(lead) = LEADS.at(self.text, part.start)
            && lead < part.len()
        {
            part = self.trim(part.start + lead..part.end);
        }
        part
    }

    /// Where the bracket closes.
    fn closing(&self, open: usize) -> Option<usize> {
        let mut depth = 0;
        (open..self.text.len().min(open + LONGEST_INNER)).find(|&at| {
            depth += nesting(self.char(at));
            depth == 0
        })
    }

    /// What may hold the long form of what comes at `at`: from the start of the sentence, or of the bracket that it is in.
    pub(super) fn before(&self, at: usize) -> Range<usize> {
        let part = self.trim(self.start.max(at.saturating_sub(LONGEST_BEFORE))..at);
        let mut depth = 0;
        let mut start = part.end;
        while start > part.start {
            let c = self.char(start - 1);
            depth -= nesting(c);
            let is_end = match c {
                '.' | '!' | '?' | ':' | ';' => self.is_space(start),
                '。' | '；' | '！' | '？' => true,
                _ => depth < 0,
            };
            if is_end {
                break;
            }
            start -= 1;
        }
        self.trim(start..part.end)
    }

    /// The word before a bracket. Where words have no spaces between them, it is what stands there in other letters: "CSRC" in "据CSRC（".
    pub(super) fn word_before(&self, open: usize) -> Range<usize> {
        let Range { end, .. } = self.trim(self.start..open);
        let mut start = end;
        while start > self.start
            && end - start < 2 * LONGEST_SHORT
            && !self.is_space(start - 1)
            && nesting(self.char(start - 1)) == 0
            && !self.is_unspaced(start - 1)
        {
            start -= 1;
        }
        // "l’Arcep"
        if is_small(self.char(start)) && is_quote(self.char(start + 1)) {
            start += 2;
        }
        self.trim(start..end)
    }

    /// A name before a bracket that says how it is called, though no letters tell where it begins: one in capitals before a word in quotes, or one in a script without spaces.
    fn name_before(&self, part: &Range<usize>, open: usize) -> Option<Range<usize>> {
        let is_quoted = part.start > self.start
            && is_quote(self.char(part.start - 1))
            && is_quote(self.char(part.end));
        if !is_quoted && !self.is_unspaced(open.wrapping_sub(1)) {
            return None;
        }
        let before = self.before(open);
        let end = before.end;
        let mut start = end;
        if self.is_unspaced(end.wrapping_sub(1)) {
            while start > before.start
                && end - start < LONGEST_UNSPACED
                && self.is_unspaced(start - 1)
                && !matches!(self.char(start - 1), 'ぁ'..='ゟ')
                && NO_NAME.at(self.text, start - 1).is_none()
            {
                start -= 1;
            }
            // Either letters of another script to the end, or some of its own in their order.
            let mut next = part.start;
            for at in start..end {
                next += usize::from(next < part.end && self.char(next) == self.char(at));
            }
            let is_short = if self.is_unspaced(part.end.wrapping_sub(1)) {
                next == part.end
            } else {
                self.capitals(part) > 1
            };
            return (is_short && end - start >= part.len() + MORE_UNSPACED).then_some(start..end);
        }
        if !is_quoted || !self.is_capital(part.start) || self.words(part) > MOST_QUOTED {
            return None;
        }
        // Back over words with a capital and the small ones between them.
        let (mut words, mut at) = (0, end);
        while at > before.start {
            let is_end = at == end || self.is_space(at);
            if is_end && self.char(at - 1) == ',' {
                break;
            }
            at -= 1;
            if at > before.start && !self.is_space(at - 1) {
                continue;
            }
            if self.is_capital(at) {
                start = at;
                words += 1;
            } else if words == 0 || (!self.is_space(at) && SMALL.at(self.text, at).is_none()) {
                break;
            }
        }
        if let Some(article) = ARTICLE.at(self.text, start) {
            start += article;
            words -= 1;
        }
        (words > 1).then_some(start..end)
    }

    /// Without white space and quotes around it.
    fn trim(&self, part: Range<usize>) -> Range<usize> {
        let is_rim = |at: usize| self.is_space(at) || is_quote(self.char(at));
        let Range { mut start, mut end } = part;
        while start < end && is_rim(start) {
            start += 1;
        }
        while end > start && is_rim(end - 1) {
            end -= 1;
        }
        start..end
    }

    pub(super) fn words(&self, part: &Range<usize>) -> usize {
        1 + part
            .clone()
            .filter(|&at| self.is_space(at) && !self.is_space(at + 1))
            .count()
    }

    pub(super) fn capitals(&self, part: &Range<usize>) -> usize {
        part.clone().filter(|&at| self.is_capital(at)).count()
    }

    /// A space behind the end.
    pub(super) fn char(&self, at: usize) -> char {
        character_at(self.text, at)
    }

    pub(super) fn is_space(&self, at: usize) -> bool {
        self.char(at).is_whitespace()
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        is_capital(self.char(at))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        Class::of(self.char(at)) == Class::Word
    }

    fn is_unspaced(&self, at: usize) -> bool {
        at >= self.start && Class::of(self.char(at)) == Class::Lone
    }

    fn behind_space(&self, mut at: usize) -> usize {
        while at < self.text.len() && self.is_space(at) {
            at += 1;
        }
        at
    }

    /// Keeps what was found; was anything?
    fn push(&mut self, short: &Range<usize>, long: Option<Range<usize>>, is_loose: bool) -> bool {
        #[allow(clippy::cast_possible_truncation)] // offsets in a block table are u32
        let span = |range: &Range<usize>| range.start as u32..range.end as u32;
        let found = long.map(|long| Abbreviation {
            short: span(short),
            long: span(&long),
            is_loose,
        });
        let is_found = found.is_some();
        self.found.extend(found);
        is_found
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

pub(super) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '「'..='』' | '《' | '》'
    )
}
