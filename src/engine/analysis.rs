//! What a text says besides its terms: which of its sentences carry it, dates and figures.
//!
//! Nothing of it decides what is marked, so in browsers it is a module of its own that comes after the marks. What only editors ask for is [`survey`](super::survey())'s.
//!
//! ```
//! use glossator::{AnalysisOptions, Engine, Glossary, ReadOptions, analyse, text::{blocks::Blocks, utf16}};
//!
//! let engine = Engine::new(Glossary::from_json(r#"{"entries": [{"term": "yuan", "definition": "China's currency."}]}"#)?)?;
//! let text = utf16("The industry grew to 352.1 billion yuan in 2021.");
//! let blocks = Blocks::prose(text.len());
//! let reading = engine.read(&text, &blocks, &ReadOptions::default());
//! let analysis = analyse(&text, &blocks, &reading.found(), &AnalysisOptions { facts: true, ..AnalysisOptions::default() });
//! assert_eq!(analysis.facts.figures[0].value, 352.1e9);
//! # Ok::<(), glossator::Error>(())
//! ```

use crate::article::abbreviations::Abbreviation;
use crate::article::{Day, Facts, KeySentence, Language, Session, Summary, Term};
use crate::matcher::Match;
use crate::text::blocks::Blocks;
use crate::text::sentences::first_sentences;

/// What is to be said about a text, and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalysisOptions {
    /// Are key sentences wanted?
    pub summary: bool,
    /// Are dates and figures wanted?
    pub facts: bool,
    /// Those of all of the text, and not only of its beginning?
    pub whole: bool,
    /// What the article is called, where its text does not hold that; in UTF-16 code units.
    pub title: Vec<u16>,
    /// The day of the page, for "yesterday" and days without a year.
    pub today: Option<Day>,
    /// What the page says about its language. The text decides where it says nothing, or something else than the text does.
    pub language: Language,
}

impl Default for AnalysisOptions {
    fn default() -> Self {
        Self {
            summary: true,
            facts: false,
            whole: false,
            title: Vec::new(),
            today: None,
            language: Language::default(),
        }
    }
}

/// What [`Engine::read`](crate::Engine::read) found in the text, as far as it matters here.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The matches, in order.
    pub matches: Vec<Match>,
    /// The terms.
    pub terms: Vec<Term>,
    /// The abbreviations that the text defines.
    pub defined: Vec<Abbreviation>,
}

/// What a text says besides its terms.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// Key sentences in the order of the text.
    pub summary: Vec<KeySentence>,
    /// Dates and figures.
    pub facts: Facts,
    /// The sentence of each definition as start, end, start, end … in UTF-16 code units; empty where it was not read.
    pub definitions: Vec<u32>,
}

/// An article has fewer sentences than this. Of a longer text the first so many are read for key sentences, and for dates and figures unless those of
/// all of it are asked for, so that a book costs a reader what an article costs.
const MOST_SENTENCES: usize = 600;

/// Says what a text of UTF-16 code units says.
#[must_use]
pub fn analyse(
    text: &[u16],
    blocks: &Blocks,
    found: &Found,
    options: &AnalysisOptions,
) -> Analysis {
    let mut out = Analysis::default();
    let Found {
        matches,
        terms,
        defined,
    } = found;
    let (most, most_facts) = match (options.facts, options.whole) {
        (false, _) => (MOST_SENTENCES, 0),
        (true, false) => (MOST_SENTENCES, MOST_SENTENCES),
        (true, true) => (usize::MAX, usize::MAX),
    };
    let all = first_sentences(text, blocks, most);
    // Whoever wants to know something of the sentences looks at each while its tokens are there.
    let mut session = Session::new(text, &all, options.language, None);
    let mut summary = options
        .summary
        .then(|| Summary::new(&options.title, &mut session));
    for (&sentence, number) in all.iter().zip(0..) {
        let with_summary = summary.as_mut().filter(|_| number < MOST_SENTENCES);
        let with_facts = number < most_facts;
        if with_summary.is_none() && !with_facts {
            break;
        }
        session.read(text, sentence);
        if let Some(summary) = with_summary {
            summary.add(text, sentence, &mut session);
        }
        if with_facts {
            out.facts.add(text, sentence, &session, options.today);
        }
    }
    if let Some(summary) = summary {
        out.summary = summary.finish(matches, terms, &session.words);
    }
    for one in defined {
        let after = all.partition_point(|sentence| sentence.end <= one.long.start);
        let sentence = all.get(after);
        let (start, end) = sentence.map_or((0, 0), |sentence| (sentence.start, sentence.end));
        out.definitions.extend([start, end]);
    }
    out
}
