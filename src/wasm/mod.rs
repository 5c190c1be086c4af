//! The engine for JavaScript: the only module that names wasm-bindgen and its relatives.
//!
//! One class, [`CompiledGlossary`]. What is large crosses flat (the text as a `Uint16Array`, the block table and the matches as `Uint32Array`s); the
//! report, small and cold, as an object through `serde-wasm-bindgen`; the few options are asked for by name. The glossary crosses flat as
//! well ([`flat`]), without its definitions.

mod flat;
mod options;

use js_sys::{Object, Reflect, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{Engine, Error, Glossary, Reading};
use flat::Flat;

/// A row of the match table: show a mark here.
const SELECTED: u32 = 1;
/// Another sense of the row before it.
const ALTERNATIVE: u32 = 2;
/// The match lies where nothing may be marked.
const UNMARKABLE: u32 = 4;

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

    /// The number of distinct forms that are looked for, inflections included.
    #[must_use]
    pub fn forms(&self) -> usize {
        self.engine.matcher().forms()
    }

    /// Reads a text of UTF-16 code units with its block table: `{matches: Uint32Array, report}`. `docs/architecture.md` draws both
    /// tables.
    ///
    /// # Errors
    ///
    /// When the block table or the options are wrong.
    pub fn read(&self, text: &[u16], blocks: &[u32], options: JsValue) -> Result<Object, JsValue> {
        let options = options::from_js(options)?;
        let reading = self
            .engine
            .read_flat(text, blocks, &options)
            .map_err(|error| to_js(&error))?;
        let out = Object::new();
        set(&out, "matches", &Uint32Array::from(&flatten(&reading)[..]))?;
        let report = reading
            .report
            .serialize(&serde_wasm_bindgen::Serializer::new())?;
        set(&out, "report", &report)?;
        Ok(out)
    }
}

fn flatten(reading: &Reading) -> Vec<u32> {
    let mut rows = Vec::with_capacity(reading.matches.len() * 4);
    for (index, found) in reading.matches.iter().enumerate() {
        let mut flags = 0;
        if reading.selected[index] {
            flags |= SELECTED;
        }
        if reading.unmarkable[index] {
            flags |= UNMARKABLE;
        }
        rows.extend([found.start, found.end, found.entry, flags]);
        for &entry in &found.alternatives {
            rows.extend([found.start, found.end, entry, ALTERNATIVE]);
        }
    }
    rows
}

/// A JavaScript `Error` about an option.
fn invalid_option(message: &str) -> JsValue {
    let out = js_sys::Error::new(message);
    let _ = set(&out, "code", &"option-invalid".into());
    out.into()
}

/// A JavaScript `Error` with the error's message, `code` and `path`.
fn to_js(error: &Error) -> JsValue {
    let out = js_sys::Error::new(&error.to_string());
    // Setting a field of a fresh object cannot fail.
    let _ = set(&out, "code", &error.code().into());
    if let Some(path) = error.path() {
        let _ = set(&out, "path", &path.into());
    }
    out.into()
}

fn set(object: &Object, name: &str, value: &JsValue) -> Result<bool, JsValue> {
    Reflect::set(object, &name.into(), value)
}
