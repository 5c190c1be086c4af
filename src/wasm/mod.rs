//! The engine for JavaScript: the only module that names wasm-bindgen and its relatives.
//!
//! It becomes three modules, cut apart after it is compiled (`xtask/js/wasm-parts.js`), because a reader waits for the first only: [`marks`] finds what is marked, [`analysis`] says the rest, and
//! what only editors ask.
//! Everything crosses flat: the text as a `Uint16Array`, the block table as a `Uint32Array`, what was read as another
//! ([`answer`]), the options as numbers, and the glossary as numbers and one text ([`flat`]), without its definitions.

#[cfg(feature = "wasm-analysis")]
mod analysis;
#[cfg(feature = "wasm-marks")]
mod answer;
#[cfg(feature = "wasm-marks")]
mod flat;
mod heap;
#[cfg(feature = "wasm-marks")]
mod marks;
#[cfg(all(feature = "wasm-marks", feature = "parts"))]
mod parts;

#[cfg(feature = "wasm-analysis")]
pub use analysis::{analyse, survey};
#[cfg(feature = "wasm-marks")]
pub use marks::CompiledGlossary;

/// A length as it crosses: what is counted here came as fewer than 2^32 code units.
#[allow(clippy::cast_possible_truncation)]
const fn count(length: usize) -> u32 {
    length as u32
}
