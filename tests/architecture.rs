//! The direction of dependencies, kept by a test: `base ← error ← glossary ← text ← matcher ← article ← engine ← wasm`, and the crates that only
//! make sense in a browser are named inside `src/wasm/` alone.

use std::fs;
use std::path::{Path, PathBuf};

/// Each may use those before it.
const ORDER: &[&str] = &[
    "base", "error", "text", "glossary", "matcher", "article", "engine", "wasm",
];
const BROWSER_CRATES: &[&str] = &[
    "wasm_bindgen",
    "js_sys",
    "web_sys",
    "console_error_panic_hook",
];
/// What the crate's root re-exports, and from where.
const REEXPORTS: &[(&str, &str)] = &[
    ("Error", "error"),
    ("Glossary", "glossary"),
    ("Match", "matcher"),
    ("Matcher", "matcher"),
    ("Engine", "engine"),
    ("ReadOptions", "engine"),
    ("Reading", "engine"),
    ("Report", "engine"),
    ("Analysis", "engine"),
    ("AnalysisOptions", "engine"),
    ("Found", "engine"),
    ("analyse", "engine"),
    ("Survey", "engine"),
    ("SurveyOptions", "engine"),
    ("survey", "engine"),
    ("Occurrences", "engine"),
];

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src is there") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

/// The module of `ORDER` that a file belongs to; `None` for `lib.rs`.
fn module_of(file: &Path) -> Option<usize> {
    let part = file.strip_prefix(root()).ok()?.components().next()?;
    let name = part.as_os_str().to_str()?.trim_end_matches(".rs");
    ORDER.iter().position(|module| *module == name)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The code without comments and without the tests at the end of a file.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("readable");
    let text = text
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or_default();
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The modules that `use crate::…` lines and paths name.
fn used(code: &str) -> Vec<usize> {
    let mut used = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => list
                .split('}')
                .next()
                .unwrap_or_default()
                .split([',', '\n'])
                .collect(),
            None => vec![rest],
        };
        for name in names {
            let name: String = name
                .trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let module = REEXPORTS
                .iter()
                .find(|(export, _)| *export == name)
                .map_or(name.as_str(), |(_, module)| module);
            used.extend(ORDER.iter().position(|known| *known == module));
        }
    }
    used
}

#[test]
fn nothing_points_back() {
    let mut files = Vec::new();
    sources(&root(), &mut files);
    assert!(files.len() > 20, "found only {} files", files.len());
    for file in files {
        let Some(own) = module_of(&file) else {
            continue;
        };
        for module in used(&code(&file)) {
            assert!(
                module <= own,
                "{} uses {}, which comes after it",
                file.display(),
                ORDER[module]
            );
        }
    }
}

#[test]
fn browser_crates_stay_in_wasm() {
    let mut files = Vec::new();
    sources(&root(), &mut files);
    for file in files
        .iter()
        .filter(|file| module_of(file) != Some(ORDER.len() - 1))
    {
        let code = code(file);
        for name in BROWSER_CRATES {
            assert!(!code.contains(name), "{} names {name}", file.display());
        }
    }
}
