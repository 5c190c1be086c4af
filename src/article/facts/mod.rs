//! The dates and figures of an article.
//!
//! Both are read sentence by sentence from its words, numbers and signs with a small lexicon, and by rules that would rather find nothing than something
//! wrong: a number without a unit is no figure, and a day without a year no date unless the page says when it was written.
//! `docs/analysis.md` says what is found and what is not.
//!
//! ```
//! use glossator::article::{Day, Language, facts};
//! use glossator::text::{blocks::Blocks, sentences::sentences, utf16};
//!
//! let text = utf16("On December 21 it reached 352.1 billion yuan, 12 percent more than in 2019.");
//! let sentences = sentences(&text, &Blocks::prose(text.len()));
//! let found = facts(&text, &sentences, Day::new(2021, 12, 30), Language::new("en"));
//! let days: Vec<u32> = found.dates.iter().map(|date| date.day.0).collect();
//! assert_eq!(days, [20_211_221, 20_190_000]);
//! let values: Vec<f64> = found.figures.iter().map(|figure| figure.value).collect();
//! assert_eq!(values, [352_100_000_000.0, 12.0]);
//! ```

mod calendar;
mod dates;
mod figures;
pub(in crate::article) mod lexicon;
mod nearest;
mod numbers;
mod ranks;

pub use calendar::Day;

use super::tokens::{Kind, Tokens};
use super::vocabulary::{Session, Words};
use crate::article::language::Language;
use crate::text::blocks::{ASIDE, UNMARKABLE};
use crate::text::class::is_in_word;
use crate::text::sentences::Sentence;
use lexicon::{COUNT, IN, WHICH};

/// A date. Offsets are UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// First code unit.
    pub start: u32,
    /// Behind the last one.
    pub end: u32,
    /// What it means: a day, or a month or year with zeros for the rest.
    pub day: Day,
}

/// An amount or a rank. Offsets are UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// First code unit.
    pub start: u32,
    /// Behind the last one.
    pub end: u32,
    /// The number, scale included: "352.1 billion" is 352,100,000,000.
    pub value: f64,
    /// What is counted: up to four characters of Latin-1, the first in the lowest byte. With [`UNIT_IN_TEXT`] it is the number of code units at the end of the
    /// span that name it.
    pub unit: u32,
}

/// See [`Figure::unit`].
pub const UNIT_IN_TEXT: u32 = 1 << 31;

impl Figure {
    /// The unit as a text: an ISO 4217 code for money, `%`, `pp` for percentage points, `rank`, a symbol, or the word that stands there.
    #[must_use]
    pub fn unit_in(&self, text: &[u16]) -> String {
        if self.unit & UNIT_IN_TEXT != 0 {
            let length = self.unit ^ UNIT_IN_TEXT;
            let units = text.get((self.end - length) as usize..self.end as usize);
            return String::from_utf16_lossy(units.unwrap_or_default());
        }
        let bytes = self.unit.to_le_bytes().into_iter();
        bytes.take_while(|&byte| byte > 0).map(char::from).collect()
    }
}

/// What was found, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// No two overlap, nor does one with a figure.
    pub dates: Vec<Date>,
    /// No two overlap.
    pub figures: Vec<Figure>,
}

/// What is known while a text is read.
struct Reader<'a> {
    text: &'a [u16],
    words: &'a Words,
    language: Language,
    today: Option<Day>,
}

/// The dates and figures of an article's sentences. `today` is the day of the page.
#[must_use]
pub fn facts(
    text: &[u16],
    sentences: &[Sentence],
    today: Option<Day>,
    language: Language,
) -> Facts {
    let mut session = Session::of(language, None);
    let mut facts = Facts::default();
    for &sentence in sentences {
        session.read(text, sentence);
        facts.add(text, sentence, &session, today);
    }
    facts
}

impl Facts {
    /// Adds those of a sentence, which the session has read. `today` is the day of the page.
    pub(crate) fn add(
        &mut self,
        text: &[u16],
        sentence: Sentence,
        session: &Session,
        today: Option<Day>,
    ) {
        if sentence.flags & (ASIDE | UNMARKABLE) != 0 || !session.tokens.has_facts() {
            return;
        }
        let reader = Reader {
            text,
            words: &session.words,
            language: session.language,
            today: today.and_then(Day::checked),
        };
        reader.sentence(&text[sentence.range()], &session.tokens, self);
    }
}

impl Reader<'_> {
    fn sentence(&self, surface: &[u16], tokens: &Tokens, facts: &mut Facts) {
        let mut found = Vec::new();
        #[allow(clippy::cast_possible_truncation)] // a sentence's offsets are u32
        let place =
            |from: usize, end: usize| (tokens.at(from).start as u32, tokens.at(end - 1).end as u32);
        // "By Ida Solberg · 14 March 2024": that the page is of its day is no news.
        let is_open = surface
            .last()
            .and_then(|&unit| char::from_u32(unit.into()))
            .is_some_and(is_in_word);
        let own = self.today.filter(|_| is_open);
        let mut at = 0;
        while let Some(token) = tokens.from(at).first() {
            // Most words begin neither, and what is known of them says so. Where a year is "in", there is a number; what has been says when something else was; and there is no amount where an
            // ordinary word stands behind a number word: "one company".
            let next = tokens.at(at + 1);
            let may_begin = match token.known.meaning.kind {
                COUNT => !next.is_ordinary(),
                _ if token.begins_fact() => true,
                _ if !next.begins_fact() || token.kind != Kind::Word => false,
                IN => next.is_number(),
                WHICH => true,
                _ => tokens.mark(at + 1) == '$',
            };
            if !may_begin {
                at += 1;
                continue;
            }
            let end = self.date(tokens, at, &mut found);
            if end > at {
                for (from, end, day) in found.drain(..) {
                    let (start, end) = place(from, end);
                    if own != Some(day) {
                        facts.dates.push(Date { start, end, day });
                    }
                }
                at = end;
                continue;
            }
            let end = self.figure(tokens, at, &mut facts.figures);
            at = end.max(at + 1);
        }
    }
}
