//! What the browser extension's module has more: compiled glossaries that are kept.

use wasm_bindgen::prelude::*;

use super::CompiledGlossary;
use crate::Engine;

#[wasm_bindgen]
impl CompiledGlossary {
    /// The compiled glossary as bytes, for [`CompiledGlossary::from_stored`].
    #[must_use]
    pub fn to_stored(&self) -> Vec<u8> {
        self.engine
            .as_ref()
            .map_or_else(Vec::new, Engine::to_stored)
    }

    /// From its bytes. It has no [`ids`](CompiledGlossary::ids) then. Where they are of another format, or not as they were,
    /// [`problem`](CompiledGlossary::problem) says so.
    #[must_use]
    pub fn from_stored(bytes: Vec<u8>) -> Self {
        Self::of(Engine::from_stored(bytes))
    }

    /// The indices of entries by their ids, which come with a zero character behind each; 2^32 - 1 for those that are not there.
    #[must_use]
    pub fn indices_of(&self, ids: &str) -> Vec<u32> {
        let index_of = |id| self.engine.as_ref().and_then(|engine| engine.index_of(id));
        ids.split_terminator('\0')
            .map(|id| index_of(id).unwrap_or(u32::MAX))
            .collect()
    }
}
