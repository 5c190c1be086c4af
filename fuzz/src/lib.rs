//! What the fuzz targets check: one module each, with a function that takes any bytes and panics where a promise is broken.
//!
//! They are functions and no programs so that `tests/corpus.rs` can replay the seeds and old findings on the stable compiler,
//! without libFuzzer.

pub mod engine;
pub mod fold;
pub mod glossary;
pub mod input;
pub mod matcher;

/// The naive matcher of the property tests.
#[path = "../../tests/oracle/mod.rs"]
mod oracle;
