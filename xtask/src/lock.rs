//! Versions as Cargo's own files have them.

/// The version of `package` in the text of a `Cargo.lock`; `None` if it is not there exactly once.
///
/// A lock file is TOML of a fixed shape that cargo itself writes, so lines are enough and no parser is needed.
pub fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut found = None;
    let mut inside = false;
    for line in lock.lines() {
        if line == "[[package]]" {
            inside = false;
        } else if let Some(name) = quoted(line, "name") {
            inside = name == package;
        } else if let (true, Some(version)) = (inside, quoted(line, "version")) {
            if found.is_some() {
                return None;
            }
            found = Some(version);
        }
    }
    found
}

/// `value` in `key = "value"`.
fn quoted<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?
        .trim_start()
        .strip_prefix('=')?
        .trim()
        .strip_prefix('"')?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = [
 "wasm-bindgen-macro",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.131"

[[package]]
name = "syn"
version = "1.0.0"

[[package]]
name = "syn"
version = "2.0.0"
"#;

    #[test]
    fn finds_the_package_of_exactly_that_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-macro"), Some("0.2.131"));
    }

    #[test]
    fn two_versions_are_no_answer() {
        assert_eq!(locked_version(LOCK, "syn"), None);
    }

    #[test]
    fn an_absent_package_is_no_answer() {
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version("version = 4", "version"), None);
    }
}
