//! The steps of `cargo xtask test`, and what each of them does.

use crate::browsers::{self, Engines};
use crate::summary::Summary;
use crate::{npm, process, root, wasm};
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::{Command, Stdio};

pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) needs: Needs,
    pub(super) run: fn(&Machine) -> Result<Summary>,
    /// Takes minutes: left out unless `--all` or its name asks for it.
    pub(super) slow: bool,
}

/// What a step needs before it can run; each includes those above it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Needs {
    Cargo,
    Npm,
    Wasm,
    Browsers,
}

/// What has been made sure of so far.
#[derive(Default)]
pub(super) struct Machine {
    /// `None`: no step has needed a browser.
    pub(super) engines: Option<Engines>,
}

pub(super) const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        what: "Rust is formatted (rustfmt)",
        needs: Needs::Cargo,
        run: fmt,
        slow: false,
    },
    Step {
        name: "clippy",
        what: "Rust lints, here and for Wasm (clippy)",
        needs: Needs::Cargo,
        run: clippy,
        slow: false,
    },
    Step {
        name: "native",
        what: "native tests of the engine and the build (cargo test)",
        needs: Needs::Cargo,
        run: native,
        slow: false,
    },
    Step {
        name: "doc",
        what: "the Rust documentation has no broken links (cargo doc)",
        needs: Needs::Cargo,
        run: doc,
        slow: false,
    },
    Step {
        name: "types",
        what: "JavaScript types (tsc, strict)",
        needs: Needs::Wasm,
        run: types,
        slow: false,
    },
    Step {
        name: "dist",
        what: "package, embed and extension can be built",
        needs: Needs::Wasm,
        run: dist,
        slow: false,
    },
    Step {
        name: "package",
        what: "the packed package in an empty project (publint, attw, tsc, Node)",
        needs: Needs::Wasm,
        run: package,
        slow: false,
    },
    Step {
        name: "budgets",
        what: "what a reader downloads is small enough",
        needs: Needs::Wasm,
        run: budgets,
        slow: false,
    },
    Step {
        name: "demo",
        what: "the demo answers",
        needs: Needs::Wasm,
        run: demo,
        slow: false,
    },
    Step {
        name: "node",
        what: "host modules and the real Wasm in Node",
        needs: Needs::Wasm,
        run: node,
        slow: false,
    },
    Step {
        name: "e2e",
        what: "end-to-end tests in the browsers",
        needs: Needs::Browsers,
        run: e2e,
        slow: false,
    },
    Step {
        name: "docs",
        what: "the documentation site, its links, and every code block in it",
        needs: Needs::Browsers,
        run: docs,
        slow: false,
    },
    Step {
        name: "examples",
        what: "the packed package in projects of many tools, in Chromium",
        needs: Needs::Browsers,
        run: examples,
        slow: true,
    },
    Step {
        name: "lighthouse",
        what: "Lighthouse on the demo, with and without the one tag",
        needs: Needs::Browsers,
        run: lighthouse,
        slow: true,
    },
];

/// A step that did what it should, where it has no tests to count.
const SUCCESS: Summary = Summary {
    passed: 1,
    failed: 0,
    skipped: 0,
};

/// A command that passes as a whole or not at all.
fn check(command: &mut Command) -> Result<Summary> {
    process::run(command)?;
    Ok(SUCCESS)
}

/// Adds a part of the toolchain that rustup's minimal profile leaves out.
fn ensure_component(name: &str) -> Result<()> {
    let there = process::cargo()
        .args([name, "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?
        .success();
    if there {
        return Ok(());
    }
    let component = if name == "fmt" { "rustfmt" } else { name };
    println!("Installing {component} (rustup) ...");
    process::run(process::command("rustup").args(["component", "add", component]))
}

/// The fuzz targets as plain functions: without the C++ of libFuzzer they compile in seconds.
const WITHOUT_LIBFUZZER: [&str; 3] = [
    "--no-default-features",
    "--manifest-path",
    "fuzz/Cargo.toml",
];

fn fmt(_: &Machine) -> Result<Summary> {
    ensure_component("fmt")?;
    process::run(process::cargo().args(["fmt", "--all", "--check"]))?;
    let fuzz = ["fmt", "--check", "--manifest-path", "fuzz/Cargo.toml"];
    check(process::cargo().args(fuzz))
}

fn clippy(_: &Machine) -> Result<Summary> {
    ensure_component("clippy")?;
    let deny = ["--", "--deny", "warnings"];
    process::run(
        process::cargo()
            .args(["clippy", "--quiet", "--workspace", "--all-targets"])
            .args(deny),
    )?;
    process::run(
        process::cargo()
            .args(["clippy", "--quiet", "--all-targets"])
            .args(WITHOUT_LIBFUZZER)
            .args(deny),
    )?;
    wasm::ensure_target()?;
    check(
        process::cargo()
            .args(["clippy", "--quiet", "--package", "glossator", "--lib"])
            .args(["--no-default-features", "--target", wasm::TARGET])
            .args(["--features", "wasm-marks,wasm-analysis,parts"])
            .args(deny),
    )
}

fn native(_: &Machine) -> Result<Summary> {
    let mut summary = Summary::default();
    let mut good = true;
    let engine = ["--workspace", "--no-fail-fast"];
    for arguments in [&engine[..], &WITHOUT_LIBFUZZER] {
        good &= process::watch(
            process::cargo().args(["test", "--quiet"]).args(arguments),
            |line| {
                if let Some(more) = Summary::from_cargo(line) {
                    summary += more;
                }
            },
        )?;
    }
    Ok(settle(summary, good))
}

fn doc(_: &Machine) -> Result<Summary> {
    check(
        process::cargo()
            .args(["doc", "--quiet", "--package", "glossator", "--no-deps"])
            .env("RUSTDOCFLAGS", "--deny warnings"),
    )
}

fn types(_: &Machine) -> Result<Summary> {
    check(npm::node().args(["node_modules/typescript/bin/tsc", "--project", "."]))
}

fn dist(_: &Machine) -> Result<Summary> {
    check(npm::node().args(["xtask/js/dist.js", "--if-any"]))
}

fn package(_: &Machine) -> Result<Summary> {
    process::run(npm::node().args(["xtask/js/dist.js", "npm"]))?;
    node_tests(
        npm::node().arg("--test"),
        &["tests/packages/package.test.js".to_owned()],
    )
}

fn docs(machine: &Machine) -> Result<Summary> {
    crate::build_docs()?;
    process::run(npm::node().args(["node_modules/typescript/bin/tsc", "--project", crate::SITE]))?;
    if !has_chromium(machine)? {
        return Ok(Summary::default());
    }
    process::run(npm::node().args(["xtask/js/servers.js", "--ensure"]))?;
    node_tests(
        npm::node().arg("--test"),
        &["tests/docs/blocks.test.js", "tests/docs/site.test.js"].map(str::to_owned),
    )
}

fn examples(machine: &Machine) -> Result<Summary> {
    if !has_chromium(machine)? {
        return Ok(Summary::default());
    }
    process::run(npm::node().args(["xtask/js/dist.js", "npm"]))?;
    node_tests(
        npm::node().arg("--test"),
        &["tests/packages/examples.test.js".to_owned()],
    )
}

fn lighthouse(machine: &Machine) -> Result<Summary> {
    if !has_chromium(machine)? {
        return Ok(Summary::default());
    }
    npm::ensure_in("tests/lighthouse")?;
    process::run(npm::node().args(["xtask/js/dist.js", "embed"]))?;
    node_tests(
        npm::node().arg("--test"),
        &["tests/lighthouse/lighthouse.test.js".to_owned()],
    )
}

/// For steps that look at pages in Chromium alone.
fn has_chromium(machine: &Machine) -> Result<bool> {
    let engines = machine
        .engines
        .as_ref()
        .context("the browsers were not looked for")?;
    let there = engines.present.iter().any(|name| name == "chromium");
    if !there {
        println!("There is no Chromium to look at the pages in.");
    }
    Ok(there)
}

fn budgets(_: &Machine) -> Result<Summary> {
    check(npm::node().arg("xtask/js/budgets.js"))
}

fn demo(_: &Machine) -> Result<Summary> {
    check(npm::node().args(["xtask/js/demo.js", "--once"]))
}

/// The tests in Node that are about what the engine answers.
const WITHOUT_WASM: [&str; 4] = ["engine", "glossary-file", "native", "export"];

fn node(_: &Machine) -> Result<Summary> {
    let folder = "tests/node";
    let mut files: Vec<String> = fs::read_dir(root().join(folder))
        .with_context(|| folder.to_owned())?
        .flatten()
        .filter_map(|file| file.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.js"))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("{folder} has no *.test.js");
    }
    let mut summary = node_tests(npm::node().arg("--test"), &files)?;
    println!("The same without Wasm, on the engine in JavaScript:");
    let preload = "--import=./tests/support/without-wasm.js";
    summary += node_tests(
        npm::node().arg("--test").env("NODE_OPTIONS", preload),
        &WITHOUT_WASM.map(|name| format!("{folder}/{name}.test.js")),
    )?;
    Ok(summary)
}

fn e2e(machine: &Machine) -> Result<Summary> {
    let engines = machine
        .engines
        .as_ref()
        .context("the browsers were not looked for")?;
    if engines.present.is_empty() {
        println!("There is no browser to test in.");
        return Ok(Summary::default());
    }
    // One process for all files, so that each browser starts once.
    node_tests(
        npm::node()
            .arg("--test")
            .env(browsers::VARIABLE, engines.variable()),
        &["tests/e2e/run.js".to_owned()],
    )
}

/// Runs test files with Node's own runner.
fn node_tests(command: &mut Command, files: &[String]) -> Result<Summary> {
    let mut summary = Summary::default();
    let good = process::watch(command.arg("--test-reporter=spec").args(files), |line| {
        if let Some(more) = Summary::from_node(line) {
            summary += more;
        }
    })?;
    Ok(settle(summary, good))
}

/// What the counts leave out: a run that broke before its tests, and one in which nothing ran.
fn settle(mut summary: Summary, good: bool) -> Summary {
    if summary.failed == 0 && (!good || summary.passed + summary.skipped == 0) {
        summary.failed = 1;
    }
    summary
}

#[cfg(test)]
mod tests {
    use super::{Summary, settle};

    #[test]
    fn a_run_that_broke_or_was_empty_failed() {
        let passed = |passed| Summary {
            passed,
            ..Summary::default()
        };
        assert_eq!(settle(passed(3), true).failed, 0);
        assert_eq!(settle(passed(3), false).failed, 1);
        assert_eq!(settle(passed(0), true).failed, 1);
    }
}
