//! Small things that the standard library does too, at a price in bytes that readers would pay.
//!
//! They are here because measuring showed what their counterparts cost in the compressed Wasm: see `docs/size.md`.

pub(crate) mod digits;
mod gather;
pub(crate) mod intern;
pub(crate) mod letter;
pub(crate) mod list;
pub(crate) mod log;
pub(crate) mod map;
pub(crate) mod order;

pub(crate) use gather::gather;
