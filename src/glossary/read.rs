//! The rules of the file format, over any tree of values.
//!
//! Required fields must be there and hold something; optional fields must have the right type where they are given (`null`
//! counts as not given). What the format does not know is kept by the host and only warned about, because a site may carry fields of its
//! own; a misspelt field name is the commonest mistake, and the warning says what it looks like.

use super::path::Path;
use super::slug::{Ids, slug};
use super::{CaseRule, Entry, Glossary, Label, Value, ValueKind};
use crate::Error;
use crate::base::digits::decimal;
use crate::base::list;
use crate::error::Kind;

const GLOSSARY_FIELDS: &str =
    "$schema name language license description version url source entries";
const ENTRY_FIELDS: &str = "id term aliases category pronunciation definition image url source related priority case inflect diacritics context not";
const ALIAS_FIELDS: &str = "label case inflect";

/// A label longer than this (bytes) is a mistake in the file, and would only cost memory in the automaton.
const LONGEST_LABEL: usize = 1_000;
/// Priorities stay in a range that JavaScript and Rust both hold exactly.
const PRIORITY_RANGE: f64 = 1_000_000.0;
/// An error message quotes at most this many characters of a wrong value.
const QUOTED: usize = 60;
/// Bytes of what stands for a definition that the host keeps: its first character.
const STAND_IN: usize = 4;
/// At most this many warnings: a file with a misspelt field has it in every entry.
const MOST_WARNINGS: usize = 100;

pub(super) fn glossary<V: Value>(root: &V) -> Result<Glossary, Error> {
    let top = Path::root();
    expect(root, ValueKind::Object, &top, "an object with \"entries\"")?;
    let mut out = Glossary {
        name: optional_text(root, "name", &top)?,
        language: optional_text(root, "language", &top)?,
        ..Glossary::default()
    };
    warn_unknown(root, GLOSSARY_FIELDS, &top, &mut out.warnings);

    let list = root.field("entries");
    let list_at = top.field("entries");
    let expected = "an array of entries";
    required(&list, ValueKind::Array, &list_at, expected)?;

    // The ids that the file gives come first, so that no made-up id takes one of them.
    let mut ids = Ids::default();
    for index in 0..list.length() {
        let item = list.item(index);
        let at = list_at.item(index);
        expect(
            &item,
            ValueKind::Object,
            &at,
            "an object with \"term\" and \"definition\"",
        )?;
        if let Some(id) =
            optional_text(&item, "id", &at).map_err(|error| error.in_entry(name_of(&item)))?
        {
            let place = at.field("id");
            if id.trim().is_empty() {
                return Err(
                    bad_value(&place, "an id that is not empty", &id).in_entry(name_of(&item))
                );
            }
            if ids.has(&id) {
                let same =
                    |&other: &usize| list.item(other).field("id").text().as_ref() == Some(&id);
                let first = (0..index).find(same).unwrap_or_default();
                let place = place.to_place();
                return Err(
                    Error::from(Kind::DuplicateId { place, id, first }).in_entry(name_of(&item))
                );
            }
            ids.add(&id);
        }
    }
    for index in 0..list.length() {
        let item = list.item(index);
        let entry = entry(&item, &list_at.item(index), &mut ids, &mut out.warnings)
            .map_err(|error| error.in_entry(name_of(&item)))?;
        out.entries.push(entry);
    }
    for (index, entry) in out.entries.iter().enumerate() {
        let related = list.item(index).field("related");
        for position in 0..related.length() {
            let id = related.item(position).text().unwrap_or_default();
            if !ids.has(&id) {
                let (index, position) = (decimal(index), decimal(position));
                let place = ["entries[", &index, "].related[", &position, "]"].concat();
                let said = [
                    &*place,
                    " (entry \"",
                    &entry.id,
                    "\"): no entry has the id \"",
                    &id,
                    "\"",
                ];
                warn(&mut out.warnings, said.concat());
            }
        }
    }
    Ok(out)
}

fn entry<V: Value>(
    item: &V,
    place: &Path<'_>,
    ids: &mut Ids,
    warnings: &mut Vec<String>,
) -> Result<Entry, Error> {
    warn_unknown(item, ENTRY_FIELDS, place, warnings);

    let term_value = item.field("term");
    let at = place.field("term");
    required(&term_value, ValueKind::Text, &at, "the term as a text")?;
    let case = case_rule(item, place)?.unwrap_or_default();
    let inflect = truth(item, "inflect", place)?.unwrap_or(true);
    let text = label_text(&term_value, &at)?;
    let term = Label {
        text,
        case,
        inflect,
        any_accents: any_accents(item, place)?,
    };

    let definition = item.field("definition");
    let at = place.field("definition");
    let expected = "a text that explains the term";
    required(&definition, ValueKind::Text, &at, expected)?;
    if !definition.has_text() {
        return Err(bad_value(&at, expected, ""));
    }

    let category = optional_text(item, "category", place)?.unwrap_or_default();
    for name in ["pronunciation", "source"] {
        optional_text_value(item, name, place)?;
    }
    for name in ["url", "image"] {
        if let Some(url) = optional_text(item, name, place)?
            && !is_safe_url(&url)
        {
            return Err(bad_value(
                &place.field(name),
                "an http, https or relative address",
                &url,
            ));
        }
    }
    let related = texts(item, "related", place)?;

    let id = match optional_text(item, "id", place)? {
        Some(id) => id,
        None => ids.make(&slug(&term.text)),
    };
    Ok(Entry {
        id,
        aliases: aliases(item, place, &term)?,
        definition: definition
            .text()
            .filter(|text| V::KEEPS_PROSE || text.len() > STAND_IN)
            .unwrap_or_default(),
        category,
        related,
        priority: priority(item, place)?,
        context: texts(item, "context", place)?,
        not: texts(item, "not", place)?,
        term,
    })
}

fn aliases<V: Value>(item: &V, place: &Path<'_>, term: &Label) -> Result<Vec<Label>, Error> {
    let list = item.field("aliases");
    let at = place.field("aliases");
    if list.kind() == ValueKind::Absent {
        return Ok(Vec::new());
    }
    expect(
        &list,
        ValueKind::Array,
        &at,
        "an array of texts or of {label, case, inflect}",
    )?;
    let mut labels = Vec::new();
    for index in 0..list.length() {
        let alias = list.item(index);
        let at = at.item(index);
        if alias.kind() != ValueKind::Object {
            expect(
                &alias,
                ValueKind::Text,
                &at,
                "a text or {label, case, inflect}",
            )?;
            labels.push(Label {
                text: label_text(&alias, &at)?,
                ..term.clone()
            });
            continue;
        }
        let mut unknown = None;
        alias.each_name(&mut |name| {
            if unknown.is_none() && !list::has(ALIAS_FIELDS, name) {
                unknown = Some(name.to_owned());
            }
        });
        if let Some(name) = unknown {
            return Err(bad_value(
                &at,
                "only label, case and inflect in an alias",
                &name,
            ));
        }
        let label = alias.field("label");
        let label_at = at.field("label");
        required(&label, ValueKind::Text, &label_at, "the alias as a text")?;
        labels.push(Label {
            text: label_text(&label, &label_at)?,
            case: case_rule(&alias, &at)?.unwrap_or(term.case),
            inflect: truth(&alias, "inflect", &at)?.unwrap_or(term.inflect),
            any_accents: term.any_accents,
        });
    }
    Ok(labels)
}

fn label_text<V: Value>(value: &V, place: &Path<'_>) -> Result<String, Error> {
    let text = value.text().unwrap_or_default();
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(bad_value(place, "a label that is not empty", &text));
    }
    if trimmed.len() > LONGEST_LABEL {
        return Err(bad_value(place, "a label of at most 1,000 bytes", trimmed));
    }
    Ok(trimmed.to_owned())
}

fn case_rule<V: Value>(item: &V, place: &Path<'_>) -> Result<Option<CaseRule>, Error> {
    let Some(text) = optional_text(item, "case", place)? else {
        return Ok(None);
    };
    match text.as_str() {
        "auto" => Ok(Some(CaseRule::Auto)),
        "exact" => Ok(Some(CaseRule::Exact)),
        "ignore" => Ok(Some(CaseRule::Ignore)),
        _ => Err(bad_value(
            &place.field("case"),
            "\"auto\", \"exact\" or \"ignore\"",
            &text,
        )),
    }
}

fn any_accents<V: Value>(item: &V, place: &Path<'_>) -> Result<bool, Error> {
    match optional_text(item, "diacritics", place)?.as_deref() {
        None | Some("exact") => Ok(false),
        Some("ignore") => Ok(true),
        Some(rule) => {
            let at = place.field("diacritics");
            Err(bad_value(&at, "\"exact\" or \"ignore\"", rule))
        }
    }
}

fn priority<V: Value>(item: &V, place: &Path<'_>) -> Result<i32, Error> {
    let value = item.field("priority");
    if value.kind() == ValueKind::Absent {
        return Ok(0);
    }
    let at = place.field("priority");
    let expected = "a whole number from -1,000,000 to 1,000,000";
    expect(&value, ValueKind::Number, &at, expected)?;
    let number = value.number().unwrap_or(f64::NAN);
    if number.fract() != 0.0 || number.is_nan() || number.abs() > PRIORITY_RANGE {
        return Err(bad_value(&at, expected, "another number"));
    }
    #[allow(clippy::cast_possible_truncation)] // whole and within ±1,000,000, as just checked
    Ok(number as i32)
}

fn truth<V: Value>(item: &V, name: &str, place: &Path<'_>) -> Result<Option<bool>, Error> {
    let value = item.field(name);
    if value.kind() == ValueKind::Absent {
        return Ok(None);
    }
    expect(&value, ValueKind::Bool, &place.field(name), "true or false")?;
    Ok(value.truth())
}

fn optional_text<V: Value>(
    item: &V,
    name: &str,
    place: &Path<'_>,
) -> Result<Option<String>, Error> {
    Ok(optional_text_value(item, name, place)?.and_then(|value| value.text()))
}

/// The field, where it is given and a text.
fn optional_text_value<V: Value>(
    item: &V,
    name: &str,
    place: &Path<'_>,
) -> Result<Option<V>, Error> {
    let value = item.field(name);
    if value.kind() == ValueKind::Absent {
        return Ok(None);
    }
    expect(&value, ValueKind::Text, &place.field(name), "a text")?;
    Ok(Some(value))
}

fn texts<V: Value>(item: &V, name: &str, place: &Path<'_>) -> Result<Vec<String>, Error> {
    let list = item.field(name);
    if list.kind() == ValueKind::Absent {
        return Ok(Vec::new());
    }
    let at = place.field(name);
    expect(&list, ValueKind::Array, &at, "an array of texts")?;
    let mut texts = Vec::new();
    for index in 0..list.length() {
        let text = list.item(index);
        let at = at.item(index);
        expect(&text, ValueKind::Text, &at, "a text")?;
        let text = text.text().unwrap_or_default();
        if text.len() > LONGEST_LABEL {
            return Err(bad_value(&at, "a text of at most 1,000 bytes", &text));
        }
        texts.push(text);
    }
    Ok(texts)
}

/// Only http(s) and relative addresses reach a page. Browsers skip control characters and leading spaces in a scheme, so
/// they are skipped here too before the scheme is read.
fn is_safe_url(url: &str) -> bool {
    let visible: String = url
        .chars()
        .filter(|c| !c.is_control() && *c != ' ')
        .take(16)
        .collect();
    let Some(at) = visible.find([':', '/', '?', '#']) else {
        // No delimiter in the first 16 characters: a relative path, unless a colon comes later.
        return !url.contains(':');
    };
    let (scheme, rest) = visible.split_at_checked(at).unwrap_or_default();
    !rest.starts_with(':')
        || scheme.eq_ignore_ascii_case("http")
        || scheme.eq_ignore_ascii_case("https")
}

fn expect<V: Value>(
    value: &V,
    kind: ValueKind,
    place: &Path<'_>,
    expected: &'static str,
) -> Result<(), Error> {
    let found = value.kind();
    if found == kind {
        return Ok(());
    }
    let place = place.to_place();
    let found = found.name();
    Err(Kind::WrongType {
        place,
        expected,
        found,
    }
    .into())
}

fn required<V: Value>(
    value: &V,
    kind: ValueKind,
    place: &Path<'_>,
    expected: &'static str,
) -> Result<(), Error> {
    if value.kind() == ValueKind::Absent {
        let place = place.to_place();
        return Err(Kind::Missing { place, expected }.into());
    }
    expect(value, kind, place, expected)
}

fn bad_value(place: &Path<'_>, expected: &'static str, found: &str) -> Error {
    let mut quoted: String = found.chars().take(QUOTED).collect();
    if quoted.len() < found.len() {
        quoted.push('…');
    }
    Kind::BadValue {
        place: place.to_place(),
        expected,
        found: quoted,
    }
    .into()
}

/// Fields that the format does not know; `$comment` and `x-…` are anybody's to use.
fn warn_unknown<V: Value>(item: &V, known: &str, place: &Path<'_>, warnings: &mut Vec<String>) {
    if warnings.len() >= MOST_WARNINGS {
        return;
    }
    item.each_name(&mut |name| {
        if list::has(known, name) || name.starts_with('$') || name.starts_with("x-") {
            return;
        }
        let close = known.split(' ').find(|known| is_close(known, name));
        let hint = close.map_or_else(String::new, |known| {
            ["; did you mean \"", known, "\"?"].concat()
        });
        let place = place.field(name).to_place().path;
        warn(
            warnings,
            [&place, ": this field is not known to the format", &*hint].concat(),
        );
    });
}

fn warn(warnings: &mut Vec<String>, warning: String) {
    if warnings.len() < MOST_WARNINGS {
        warnings.push(warning);
    }
}

/// Do the first four letters agree, in any case? It catches `alias`, `Definition`, `definitions`, `relatedTerms`.
fn is_close(known: &str, name: &str) -> bool {
    known
        .chars()
        .zip(name.chars())
        .take(4)
        .filter(|(a, b)| a.eq_ignore_ascii_case(b))
        .count()
        == 4
}

/// How people find the entry in their file: its id, or its term.
fn name_of<V: Value>(item: &V) -> Option<String> {
    let name = ["id", "term"]
        .into_iter()
        .find_map(|name| item.field(name).text())?;
    Some(name.chars().take(QUOTED).collect())
}
