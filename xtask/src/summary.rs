//! Reads how many tests ran from what cargo and Node print.

use std::ops::AddAssign;

/// Counts of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub passed: u32,
    pub failed: u32,
    pub skipped: u32,
}

impl AddAssign for Summary {
    fn add_assign(&mut self, other: Summary) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl Summary {
    /// One line of `cargo test`: `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub fn from_cargo(line: &str) -> Option<Summary> {
        let (_, counts) = line
            .trim()
            .strip_prefix("test result: ")?
            .split_once(". ")?;
        let mut summary = Summary::default();
        for count in counts.split("; ") {
            let (number, what) = count.split_once(' ')?;
            let number = || number.parse().ok();
            match what {
                "passed" => summary.passed = number()?,
                "failed" => summary.failed = number()?,
                "ignored" => summary.skipped = number()?,
                _ => {}
            }
        }
        Some(summary)
    }

    /// One line of the end of `node --test --test-reporter=spec`: `ℹ pass 3`. Each kind has a line of its own.
    pub fn from_node(line: &str) -> Option<Summary> {
        let (kind, number) = line.trim().strip_prefix("ℹ ")?.split_once(' ')?;
        let number = number.parse().ok()?;
        let mut summary = Summary::default();
        match kind {
            "pass" => summary.passed = number,
            // A cancelled test did not run to its end: its parent failed or its time was up.
            "fail" | "cancelled" => summary.failed = number,
            "skipped" | "todo" => summary.skipped = number,
            _ => return None,
        }
        Some(summary)
    }
}

#[cfg(test)]
mod tests {
    use super::Summary;

    fn summary(passed: u32, failed: u32, skipped: u32) -> Option<Summary> {
        Some(Summary {
            passed,
            failed,
            skipped,
        })
    }

    #[test]
    fn reads_cargo_results() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s";
        assert_eq!(Summary::from_cargo(line), summary(12, 0, 1));
        let line = "test result: FAILED. 7 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s";
        assert_eq!(Summary::from_cargo(line), summary(7, 2, 0));
    }

    #[test]
    fn ignores_other_cargo_lines() {
        assert_eq!(Summary::from_cargo("running 12 tests"), None);
        assert_eq!(Summary::from_cargo("test a::b ... ok"), None);
        assert_eq!(Summary::from_cargo("test result: "), None);
        assert_eq!(Summary::from_cargo("test result: ok. x passed"), None);
    }

    #[test]
    fn reads_node_results() {
        assert_eq!(Summary::from_node("ℹ pass 4"), summary(4, 0, 0));
        assert_eq!(Summary::from_node("ℹ fail 1"), summary(0, 1, 0));
        assert_eq!(Summary::from_node("ℹ cancelled 2"), summary(0, 2, 0));
        assert_eq!(Summary::from_node("ℹ skipped 3"), summary(0, 0, 3));
    }

    #[test]
    fn ignores_other_node_lines() {
        assert_eq!(Summary::from_node("ℹ tests 7"), None);
        assert_eq!(Summary::from_node("ℹ duration_ms 61.5"), None);
        assert_eq!(Summary::from_node("✔ pass 4"), None);
        assert_eq!(Summary::from_node("ℹ pass the salt"), None);
    }
}
