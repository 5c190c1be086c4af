//! What editors ask of a text: all its sentences, the acronyms that nobody explains, and terms that the glossary lacks.
//!
//! No reader needs it, so in browsers it is a module of its own, which comes when somebody asks.
//!
//! ```
//! use glossator::{Engine, Glossary, ReadOptions, SurveyOptions, survey, text::{blocks::Blocks, utf16}};
//!
//! let engine = Engine::new(Glossary::from_json(r#"{"entries": [{"term": "yuan", "definition": "China's currency."}]}"#)?)?;
//! let text = utf16("The regulator warned of stablecoins. Banks may not hold stablecoins in yuan.");
//! let blocks = Blocks::prose(text.len());
//! let found = engine.read(&text, &blocks, &ReadOptions::default()).found();
//! let survey = survey(&text, &blocks, &found, &SurveyOptions { suggestions: true, ..SurveyOptions::default() });
//! let best = &survey.suggestions[0];
//! assert_eq!(text[best.start as usize..best.end as usize], utf16("stablecoins"));
//! # Ok::<(), glossator::Error>(())
//! ```

use super::Found;
use crate::article::acronyms::acronyms;
use crate::article::{Language, Suggestion, suggestions};
use crate::text::blocks::Blocks;
use crate::text::sentences::first_sentences;

/// What is to be said about a text, and what is known of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SurveyOptions {
    /// Are all sentences wanted, and the acronyms?
    pub sentences: bool,
    /// Are terms wanted that the glossary lacks?
    pub suggestions: bool,
    /// What the page says about its language. The text decides where it says nothing, or something else than the text does.
    pub language: Language,
}

/// What editors ask of a text.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// Every sentence as start, end, start, end … in UTF-16 code units.
    pub sentences: Vec<u32>,
    /// Where the acronyms stand that the text does not define, as start, end, start, end … in UTF-16 code units, with the sentences.
    pub acronyms: Vec<u32>,
    /// Terms that the glossary lacks, best first.
    pub suggestions: Vec<Suggestion>,
}

/// Says of a text of UTF-16 code units what editors ask of it: of all of it, however long it is.
#[must_use]
pub fn survey(text: &[u16], blocks: &Blocks, found: &Found, options: &SurveyOptions) -> Survey {
    let mut out = Survey::default();
    let all = first_sentences(text, blocks, usize::MAX);
    if options.suggestions {
        out.suggestions = suggestions(text, &all, &found.matches, &found.defined, options.language);
    }
    if options.sentences {
        for sentence in &all {
            out.sentences.extend([sentence.start, sentence.end]);
        }
        for place in acronyms(text, blocks, &found.defined) {
            out.acronyms.extend([place.start, place.end]);
        }
    }
    out
}
