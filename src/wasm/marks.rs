//! The first module: a compiled glossary, which finds what is to be marked.

use wasm_bindgen::prelude::*;

use super::answer;
use super::flat::Flat;
use crate::article::scope;
use crate::matcher::{Compiling, Habits};
use crate::{Engine, Error, Glossary, Occurrences, ReadOptions};

/// Bits of the `flags` of [`CompiledGlossary::read`].
const HEADINGS: u32 = 1;
const DEFINITIONS: u32 = 2;

/// Between texts that cross as one. No text has it: the host has put U+FFFD in its place.
const END: &str = "\0";

/// A validated glossary with its compiled matcher.
///
/// Nothing is thrown, because a value that JavaScript can throw costs more than the rest of the boundary: [`problem`](CompiledGlossary::problem) says what was refused.
#[wasm_bindgen]
pub struct CompiledGlossary {
    /// Nothing where the glossary is wrong, or is not compiled yet.
    pub(super) engine: Option<Engine>,
    /// What is being compiled.
    begun: Option<(Glossary, Compiling)>,
    problem: String,
}

#[wasm_bindgen]
impl CompiledGlossary {
    /// Reads a glossary from its flat form, the table and the texts.
    #[wasm_bindgen(constructor)]
    pub fn new(table: &[u32], texts: &str) -> Self {
        let flat = Flat::new(table, texts);
        Self::of(Glossary::from_value(&flat.root()).and_then(Engine::new))
    }

    /// Reads a glossary, and leaves compiling it to [`go_on`](Self::go_on).
    #[must_use]
    pub fn begin(table: &[u32], texts: &str) -> Self {
        let flat = Flat::new(table, texts);
        match Glossary::from_value(&flat.root()) {
            Ok(glossary) => {
                let compiling = Compiling::new(&glossary, Habits::of(&glossary));
                Self {
                    engine: None,
                    begun: Some((glossary, compiling)),
                    problem: String::new(),
                }
            }
            Err(error) => Self::of(Err(error)),
        }
    }

    /// Compiles so many more entries or, when there are none left, makes the matcher of them. Is there more to do?
    pub fn go_on(&mut self, entries: usize) -> bool {
        let Some((glossary, mut compiling)) = self.begun.take() else {
            return false;
        };
        if compiling.go_on(&glossary, entries) {
            self.begun = Some((glossary, compiling));
            return true;
        }
        let matcher = compiling.finish();
        *self = Self::of(matcher.map(|matcher| Engine::of(glossary, matcher)));
        false
    }

    /// Why the glossary or the last text was refused: the code, the path (which may be empty) and the message, with a NUL between them. Empty where nothing was.
    #[must_use]
    pub fn problem(&self) -> String {
        self.problem.clone()
    }

    /// What is strange about the glossary: texts with a NUL behind each.
    #[must_use]
    pub fn warnings(&self) -> String {
        let glossary = self.engine.as_ref().map(Engine::glossary);
        joined(glossary.into_iter().flat_map(Glossary::warnings))
    }

    /// The id of each entry, in the file's order, with a NUL behind each: the file's own, or the one made from the term.
    #[must_use]
    pub fn ids(&self) -> String {
        let glossary = self.engine.as_ref().map(Engine::glossary);
        let entries = glossary.into_iter().flat_map(Glossary::entries);
        joined(entries.map(|entry| &entry.id))
    }

    /// Finds the article of a page by the table that `www/host/outline.js` makes of it: the row of its element, then the rows of what is left out of it.
    /// Empty where there is none.
    #[must_use]
    pub fn find_article(table: &[u32]) -> Vec<u32> {
        scope::find(table).map_or_else(Vec::new, |scope| {
            let mut rows = scope.left_out;
            rows.insert(0, scope.root);
            rows
        })
    }

    /// The number of distinct forms that are looked for, inflections included.
    #[must_use]
    pub fn forms(&self) -> usize {
        self.engine
            .as_ref()
            .map_or(0, |engine| engine.matcher().forms())
    }

    /// Reads a text of UTF-16 code units with its block table, as `docs/architecture.md` draws it; [`answer`] says what the numbers of the answer are.
    /// `occurrences` is 0 for the first, 1 for the first of a section, 2 for all; `density` is in marks per 1,000 words;
    /// `title` is the page's. Empty where the block table does not fit the text, or the text is too long: [`problem`](Self::problem) says so then.
    #[allow(clippy::too_many_arguments)] // each is a number or a piece of memory: an object would cost more
    pub fn read(
        &mut self,
        text: &[u16],
        blocks: &[u32],
        occurrences: u32,
        max_marks: u32,
        density: f32,
        flags: u32,
        title: &[u16],
    ) -> Vec<u32> {
        let options = ReadOptions {
            occurrences: match occurrences {
                0 => Occurrences::First,
                1 => Occurrences::Section,
                _ => Occurrences::All,
            },
            max_marks: max_marks as usize,
            density,
            headings: flags & HEADINGS != 0,
            definitions: flags & DEFINITIONS != 0,
            title: title.to_vec(),
        };
        let Some(engine) = &self.engine else {
            return Vec::new();
        };
        match engine.read_flat(text, blocks, &options) {
            Ok(reading) => answer::flatten(&reading),
            Err(error) => {
                self.problem = describe(&error);
                Vec::new()
            }
        }
    }
}

impl CompiledGlossary {
    /// An engine, or why there is none.
    pub(super) fn of(made: Result<Engine, Error>) -> Self {
        let (engine, problem) = match made {
            Ok(engine) => (Some(engine), String::new()),
            Err(error) => (None, describe(&error)),
        };
        Self {
            engine,
            begun: None,
            problem,
        }
    }
}

fn joined<'a>(texts: impl Iterator<Item = &'a String>) -> String {
    let mut out = String::new();
    for text in texts {
        out.push_str(text);
        out.push_str(END);
    }
    out
}

fn describe(error: &Error) -> String {
    let mut out = error.code().to_owned();
    for part in [error.path().unwrap_or_default(), &error.message()] {
        out.push_str(END);
        out.push_str(part);
    }
    out
}
