//! The browsers that the end-to-end tests and the benchmarks run in. `xtask/js/browsers.js` finds and installs them.

use crate::{npm, process};
use anyhow::{Context, Result};

/// The environment variable that tells the tests which engines to use: names with commas between.
pub const VARIABLE: &str = "GLOSSATOR_ENGINES";

/// Which of the three engines there are.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Engines {
    pub present: Vec<String>,
    pub missing: Vec<String>,
}

impl Engines {
    /// The value of [`VARIABLE`].
    pub fn variable(&self) -> String {
        self.present.join(",")
    }

    /// Reads what the script prints last: `present=chromium,firefox missing=webkit`.
    fn from_line(line: &str) -> Option<Engines> {
        let (present, missing) = line.trim().split_once(' ')?;
        let names = |text: &str| {
            text.split(',')
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect()
        };
        Some(Engines {
            present: names(present.strip_prefix("present=")?),
            missing: names(missing.strip_prefix("missing=")?),
        })
    }
}

/// Finds the browsers and installs those that are missing, where that can be done.
pub fn ensure() -> Result<Engines> {
    let output = process::read(npm::node().args(["xtask/js/browsers.js", "--ensure"]))?;
    output
        .lines()
        .last()
        .and_then(Engines::from_line)
        .with_context(|| format!("xtask/js/browsers.js printed {output:?}"))
}

#[cfg(test)]
mod tests {
    use super::Engines;

    #[test]
    fn reads_the_line_of_the_script() {
        let engines = Engines::from_line("present=chromium,firefox missing=webkit").unwrap();
        assert_eq!(engines.present, ["chromium", "firefox"]);
        assert_eq!(engines.missing, ["webkit"]);
        assert_eq!(engines.variable(), "chromium,firefox");
    }

    #[test]
    fn all_or_none_may_be_there() {
        let none = Engines::from_line("present= missing=chromium").unwrap();
        assert!(none.present.is_empty());
        let all = Engines::from_line("present=chromium missing=\n").unwrap();
        assert!(all.missing.is_empty());
        assert_eq!(Engines::from_line("something else"), None);
    }
}
