//! Finds the terms of a glossary in the text of a page, and says what the page says about them.
//!
//! This crate is the engine of Glossator, which puts tooltips on terms and a summary beside an article. It decides **what and
//! where**; it never sees a document. A host gives it the text of a page as UTF-16 code units with a small table of blocks, and gets back
//! matches, each at an offset of the page's own counting, and a short report.
//!
//! ```
//! use glossator::{Engine, Glossary, ReadOptions, text::{blocks::Blocks, utf16}};
//!
//! let glossary = Glossary::from_json(r#"{"name": "Policy", "entries": [
//!     {"id": "csrc", "term": "China Securities Regulatory Commission", "aliases": ["CSRC"],
//!      "definition": "China's securities watchdog."},
//!     {"id": "market", "term": "capital market", "definition": "Where long-term money is raised."}
//! ]}"#)?;
//! let engine = Engine::new(glossary)?;
//!
//! let text = utf16("The CSRC’s rules for capital markets. The csrc of a small town is another thing.");
//! let reading = engine.read(&text, &Blocks::prose(text.len()), &ReadOptions::default());
//! let found: Vec<_> = reading.matches.iter().map(|m| {
//!     let surface = String::from_utf16_lossy(&text[m.start as usize..m.end as usize]);
//!     (surface, engine.glossary().entries()[m.entry as usize].id.as_str())
//! }).collect();
//! assert_eq!(found, [("CSRC".into(), "csrc"), ("capital markets".into(), "market")]);
//! # Ok::<(), glossator::Error>(())
//! ```
//!
//! # Where things are
//!
//! [`glossary`] reads and checks glossaries; [`text`] folds text and knows words, blocks and sentences; [`matcher`] finds
//! labels; [`article`] ranks terms and picks key sentences; [`engine`] is the pipeline over all of them. The Wasm module
//! (only in builds for `wasm32`) is a thin layer over [`Engine`].

#![deny(unsafe_code, missing_docs)]

pub mod article;
mod base;
pub mod engine;
mod error;
pub mod glossary;
pub mod matcher;

pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use engine::{
    Analysis, AnalysisOptions, Engine, Found, Occurrences, ReadOptions, Reading, Report, Survey,
    SurveyOptions, analyse, survey,
};
pub use error::Error;
pub use glossary::{CaseRule, Entry, Glossary, Label};
pub use matcher::{Match, Matcher, Reason};
