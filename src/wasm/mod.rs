//! The engine for JavaScript: the only module that names wasm-bindgen and its relatives.
//!
//! One class, [`CompiledGlossary`]. Everything crosses flat: the text as a `Uint16Array`, the block table as a `Uint32Array`, what was read as another
//! ([`answer`]), the options as numbers, and the glossary as numbers and one text ([`flat`]), without its definitions.

mod answer;
mod flat;
#[cfg(feature = "stored")]
mod stored;

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

use crate::article::{Day, Language, scope};
use crate::{Engine, Error, Glossary, Occurrences, ReadOptions};
use flat::Flat;

/// Bits of the `flags` of [`CompiledGlossary::read`].
const HEADINGS: u32 = 1;
const SUMMARY: u32 = 2;
const SENTENCES: u32 = 4;
const FACTS: u32 = 32;
const SUGGESTIONS: u32 = 64;

/// A validated glossary with its compiled matcher.
#[wasm_bindgen]
pub struct CompiledGlossary {
    engine: Engine,
}

#[wasm_bindgen]
impl CompiledGlossary {
    /// Reads a glossary from its flat form, the table and the texts. Throws an `Error` with `code` and `path`.
    ///
    /// # Errors
    ///
    /// When it is no glossary.
    #[wasm_bindgen(constructor)]
    pub fn new(table: &[u32], texts: &str) -> Result<CompiledGlossary, JsValue> {
        console_error_panic_hook::set_once();
        let flat = Flat::new(table, texts);
        let glossary = Glossary::from_value(&flat.root()).map_err(|error| to_js(&error))?;
        for warning in glossary.warnings() {
            web_sys::console::warn_2(&"glossator:".into(), &warning.into());
        }
        let engine = Engine::new(glossary).map_err(|error| to_js(&error))?;
        Ok(Self { engine })
    }

    /// The id of each entry, in the file's order: the file's own, or the one made from the term.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        self.engine
            .glossary()
            .entries()
            .iter()
            .map(|entry| entry.id.clone())
            .collect()
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
        self.engine.matcher().forms()
    }

    /// Reads a text of UTF-16 code units with its block table, as `docs/architecture.md` draws it; [`answer`] says what the numbers of the answer are.
    /// `occurrences` is 0 for the first, 1 for the first of a section, 2 for all; `density` is in marks per 1,000 words;
    /// `title` is the page's, `today` its day as the number `yyyymmdd` or 0, and `language` what [`Language::from_number`] takes.
    ///
    /// # Errors
    ///
    /// When the block table does not fit the text, or the text is too long.
    #[allow(clippy::too_many_arguments)] // each is a number or a piece of memory: an object would cost more
    pub fn read(
        &self,
        text: &[u16],
        blocks: &[u32],
        occurrences: u32,
        max_marks: u32,
        density: f32,
        flags: u32,
        title: &[u16],
        today: u32,
        language: u32,
    ) -> Result<Vec<u32>, JsValue> {
        let options = ReadOptions {
            occurrences: match occurrences {
                0 => Occurrences::First,
                1 => Occurrences::Section,
                _ => Occurrences::All,
            },
            max_marks: max_marks as usize,
            density,
            headings: flags & HEADINGS != 0,
            summary: flags & SUMMARY != 0,
            sentences: flags & SENTENCES != 0,
            facts: flags & FACTS != 0,
            suggestions: flags & SUGGESTIONS != 0,
            title: title.to_vec(),
            today: Day(today).checked(),
            language: Language::from_number(language),
        };
        let reading = self
            .engine
            .read_flat(text, blocks, &options)
            .map_err(|error| to_js(&error))?;
        Ok(answer::flatten(&reading))
    }
}

/// A JavaScript `Error` with the error's message, `code` and `path`.
fn to_js(error: &Error) -> JsValue {
    let out = js_sys::Error::new(&error.to_string());
    // Setting a field of a fresh object cannot fail.
    let set = |name: &str, value: &str| drop(Reflect::set(&out, &name.into(), &value.into()));
    set("code", error.code());
    if let Some(path) = error.path() {
        set("path", path);
    }
    out.into()
}
