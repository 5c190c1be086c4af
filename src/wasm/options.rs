//! The options of one reading, from a JavaScript object. What is not given has its default.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::{Occurrences, ReadOptions};

pub(super) fn from_js(object: JsValue) -> Result<ReadOptions, JsValue> {
    let mut options = ReadOptions::default();
    if object.is_undefined() || object.is_null() {
        return Ok(options);
    }
    let get = |name: &str| Reflect::get(&object, &name.into());
    let occurrences = get("occurrences")?;
    options.occurrences = match occurrences.as_string().as_deref() {
        Some("section") => Occurrences::Section,
        Some("all") => Occurrences::All,
        Some("first") => Occurrences::First,
        None if occurrences.is_undefined() => Occurrences::First,
        _ => {
            return Err(super::invalid_option(
                "occurrences: expected \"first\", \"section\" or \"all\"",
            ));
        }
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    // `as` saturates: -1 is 0, Infinity is the largest
    if let Some(number) = get("maxMarks")?.as_f64() {
        options.max_marks = number as usize;
    }
    #[allow(clippy::cast_possible_truncation)]
    if let Some(number) = get("density")?.as_f64() {
        options.density = number as f32;
    }
    options.headings = get("headings")?.as_bool().unwrap_or(options.headings);
    options.summary = get("summary")?.as_bool().unwrap_or(options.summary);
    options.sentences = get("sentences")?.as_bool().unwrap_or(options.sentences);
    Ok(options)
}
