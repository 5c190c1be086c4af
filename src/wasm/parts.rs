//! What the browser extension's module has more: engines of a part of a glossary.

use wasm_bindgen::prelude::*;

use super::CompiledGlossary;
use super::flat::Flat;
use crate::engine::parts::{self, Habits};
use crate::text::blocks::Blocks;
use crate::{Engine, Glossary};

#[wasm_bindgen]
impl CompiledGlossary {
    /// [`CompiledGlossary::new`] for a part of a glossary with the habits of the whole.
    #[must_use]
    pub fn of_part(table: &[u32], texts: &str, small: u32, capital: u32, accents: bool) -> Self {
        let flat = Flat::new(table, texts);
        let habits = Habits {
            small,
            capital,
            any_accents: accents,
        };
        let engine = |glossary| Engine::of_part(glossary, habits);
        Self::of(Glossary::from_value(&flat.root()).and_then(engine))
    }

    /// The glossary's habits, as three numbers, and then the hash of each form with its entry.
    #[must_use]
    pub fn hashes(&self) -> Vec<u32> {
        let Some(engine) = &self.engine else {
            return Vec::new();
        };
        let Habits {
            small,
            capital,
            any_accents,
        } = Habits::of(engine.glossary());
        let pairs = parts::of_glossary(engine.glossary());
        let mut out = vec![small, capital, any_accents.into()];
        out.extend(pairs.into_iter().flat_map(<[u32; 2]>::from));
        out
    }

    /// The hashes of what may be a form in a text, ascending. A block table that does not fit the text counts as none: reading says so.
    #[must_use]
    pub fn hashes_of_text(text: &[u16], blocks: &[u32]) -> Vec<u32> {
        let blocks = Blocks::from_flat(blocks, text.len());
        parts::of_text(text, &blocks.unwrap_or_else(|_| Blocks::prose(text.len())))
    }
}
