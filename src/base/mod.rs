//! Small things that the standard library does too, at a price in bytes that readers would pay.
//!
//! Each is here because measuring showed what its counterpart costs in the compressed Wasm; the numbers are in `docs/size.md`.

pub(crate) mod intern;
pub(crate) mod letter;
pub(crate) mod list;
pub(crate) mod order;
