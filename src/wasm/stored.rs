//! What the browser extension's module has more: compiled glossaries that are kept.

use wasm_bindgen::prelude::*;

use super::{CompiledGlossary, to_js};
use crate::Engine;

#[wasm_bindgen]
impl CompiledGlossary {
    /// The compiled glossary as bytes, for [`CompiledGlossary::from_stored`].
    #[must_use]
    pub fn to_stored(&self) -> Vec<u8> {
        self.engine.to_stored()
    }

    /// From its bytes. It has no [`ids`](CompiledGlossary::ids) then.
    ///
    /// # Errors
    ///
    /// When they are of another format, or not as they were.
    pub fn from_stored(bytes: &[u8]) -> Result<CompiledGlossary, JsValue> {
        console_error_panic_hook::set_once();
        let engine = Engine::from_stored(bytes).map_err(|error| to_js(&error))?;
        Ok(Self { engine })
    }

    /// The indices of entries by their ids, which come with a zero character behind each; 2^32 - 1 for those that are not there.
    #[must_use]
    pub fn indices_of(&self, ids: &str) -> Vec<u32> {
        ids.split_terminator('\0')
            .map(|id| self.engine.index_of(id).unwrap_or(u32::MAX))
            .collect()
    }
}
