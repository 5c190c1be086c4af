//! The pipeline: a compiled glossary and one page's text in, matches and a report out.
//!
//! fold → match → define → choose senses → rank → select, all on one thread, with no state between two texts. That decides what is marked. What the text says
//! besides is [`analyse`]'s: it needs no glossary, and a reader's browser loads it when the marks are drawn.
//!
//! ```
//! use glossator::{Engine, Glossary, ReadOptions, text::{blocks::Blocks, utf16}};
//!
//! let engine = Engine::new(Glossary::from_json(r#"{"entries": [
//!     {"term": "Metaverse", "aliases": ["metauniverse"], "definition": "Shared virtual worlds."}
//! ]}"#)?)?;
//! let text = utf16("The Metaverse, or metauniverse, is far away.");
//! let reading = engine.read(&text, &Blocks::prose(text.len()), &ReadOptions::default());
//! assert_eq!(reading.matches.len(), 2);
//! assert_eq!(reading.selected, [true, false]); // the first occurrence gets the mark
//! assert_eq!(reading.report.terms[0].count, 2);
//! # Ok::<(), glossator::Error>(())
//! ```

mod analysis;
#[cfg(feature = "parts")]
pub mod parts;
mod select;
mod survey;

pub use analysis::{Analysis, AnalysisOptions, Found, analyse};
pub use select::Occurrences;
pub use survey::{Survey, SurveyOptions, survey};

use crate::article::abbreviations::{Abbreviation, abbreviations};
use crate::article::{self, Definition, Term, senses};
use crate::base::gather;
use crate::base::order;
use crate::error::Kind;
use crate::text::blocks::Blocks;
use crate::{Error, Glossary, Match, Matcher};

/// A glossary, compiled. Reading a text does not change it.
#[derive(Debug)]
pub struct Engine {
    glossary: Glossary,
    matcher: Matcher,
}

/// How to choose what gets a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadOptions {
    /// Which occurrences of a term may be marked.
    pub occurrences: Occurrences,
    /// At most this many marks.
    pub max_marks: usize,
    /// At most this many marks per 1,000 words; 0 is no limit.
    pub density: f32,
    /// May terms in headings be marked?
    pub headings: bool,
    /// Is what the article defines, and the glossary lacks, an entry of the article's own ([`OWN`](article::OWN))?
    pub definitions: bool,
    /// What the article is called, where its text does not hold that; in UTF-16 code units.
    pub title: Vec<u16>,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            occurrences: Occurrences::First,
            max_marks: usize::MAX,
            density: 0.0,
            headings: false,
            definitions: false,
            title: Vec::new(),
        }
    }
}

/// What the engine has to say about a text.
#[derive(Clone, Debug)]
pub struct Reading {
    /// All occurrences, in order.
    pub matches: Vec<Match>,
    /// For each match: does it get a mark?
    pub selected: Vec<bool>,
    /// For each match: does it lie, wholly or in part, where nothing may be marked?
    pub unmarkable: Vec<bool>,
    /// The rest.
    pub report: Report,
}

impl Reading {
    /// What [`analyse`] has to know of it.
    #[must_use]
    pub fn found(&self) -> Found {
        let abbreviation = |one: &Definition| Abbreviation {
            short: one.short.clone(),
            long: one.long.clone(),
            is_loose: false,
        };
        Found {
            matches: self.matches.clone(),
            terms: self.report.terms.clone(),
            defined: gather(self.report.abbreviations.iter().map(abbreviation)),
        }
    }
}

/// What a text says about its terms.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The number of words.
    pub words: u32,
    /// The terms that were found, most salient first.
    pub terms: Vec<Term>,
    /// The abbreviations that the text defines, in its order.
    pub abbreviations: Vec<Definition>,
    /// Did `max_marks` or `density` leave something unmarked?
    pub truncated: bool,
}

/// The longest text, in UTF-16 code units: some 5,000 pages of a book. With a match at every second unit, all that is made from it stays well below
/// the 4 GB of a Wasm memory.
const LONGEST_TEXT: usize = 1 << 24;

impl Engine {
    /// Compiles a glossary.
    ///
    /// # Errors
    ///
    /// When it has more labels than the automaton can hold.
    pub fn new(glossary: Glossary) -> Result<Self, Error> {
        let matcher = Matcher::compile(&glossary)?;
        Ok(Self::of(glossary, matcher))
    }

    /// An engine of a glossary and the matcher that was compiled from it.
    pub(crate) fn of(glossary: Glossary, matcher: Matcher) -> Self {
        Self { glossary, matcher }
    }

    /// The glossary.
    #[must_use]
    pub fn glossary(&self) -> &Glossary {
        &self.glossary
    }

    /// The compiled labels.
    #[must_use]
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// Checks a text's length and the flat form of its block table, and reads the text.
    ///
    /// # Errors
    ///
    /// When the block table does not fit the text, or the text is longer than 2^24 code units.
    pub fn read_flat(
        &self,
        text: &[u16],
        blocks: &[u32],
        options: &ReadOptions,
    ) -> Result<Reading, Error> {
        if text.len() > LONGEST_TEXT {
            let (found, limit) = (text.len(), LONGEST_TEXT);
            return Err(Kind::TooMuch {
                what: "UTF-16 code units of text",
                found,
                limit,
            }
            .into());
        }
        Ok(self.read(text, &Blocks::from_flat(blocks, text.len())?, options))
    }

    /// Reads a text of UTF-16 code units.
    #[must_use]
    pub fn read(&self, text: &[u16], blocks: &Blocks, options: &ReadOptions) -> Reading {
        let folded = self.matcher.fold(text, &blocks.starts());
        let (mut matches, words) = self.matcher.find_and_count(text, &folded);
        let defined = abbreviations(text, blocks);
        let glossary = &self.glossary;
        let abbreviations =
            article::define(text, glossary, defined, options.definitions, &mut matches);
        senses::choose(text, glossary, &mut matches);
        let title = self.in_title(&options.title);
        let mut flags = blocks.flags(matches.iter().map(|found| (found.start, found.end)));
        article::spare(&abbreviations, &matches, &mut flags);
        let terms = article::terms(&matches, &flags, text, &title);
        let size = select::Size {
            words,
            units: text.len(),
        };
        let choice = select::select(&matches, &flags, blocks, &terms, size, options);
        Reading {
            matches,
            selected: choice.selected,
            unmarkable: choice.unmarkable,
            report: Report {
                words,
                terms,
                abbreviations,
                truncated: choice.truncated,
            },
        }
    }

    /// The entries that the title names, in order.
    fn in_title(&self, title: &[u16]) -> Vec<u32> {
        let folded = self.matcher.fold(title, &[]);
        let mut entries: Vec<u32> = Vec::new();
        for found in self.matcher.find_folded(title, &folded) {
            entries.push(found.entry);
            entries.extend(found.alternatives);
        }
        order::distinct(&mut entries);
        entries
    }
}
