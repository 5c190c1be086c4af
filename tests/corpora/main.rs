//! The matcher on test material that others made: their tests, annotated articles, a dictionary of 122,143 words.
//!
//! One file a corpus. The material lies beside the repository (`../shared/corpora`, or the folder that `GLOSSATOR_CORPORA` names) under its own licences; where it
//! is missing a test says so and passes. Nothing is tuned to a file: what differs is listed with its reason and counted, so that a change shows.
//! The table in `docs/matching.md` has these numbers.

mod aho_corasick;
mod chinese;
mod entities;
mod flashtext;
mod mark_js;
mod sentence_break;
mod support;
mod unicode;
mod word_break;
