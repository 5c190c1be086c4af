//! `cargo xtask test`: every check there is, one named step after another.
//!
//! A step that fails does not stop the others, except those that need what it makes. The last line of the run is
//! `N passed, N failed`; a step without tests of its own (a lint, a build) counts as one.

mod steps;

use self::steps::{Machine, Needs, STEPS, Step};
use crate::browsers::{self, Engines};
use crate::summary::Summary;
use crate::{fallback, npm, wasm};
use anyhow::{Result, bail};
use std::process::ExitCode;
use std::time::Instant;

/// Runs the steps that the arguments ask for and prints the sums.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let steps = choose(arguments)?;
    let begin = Instant::now();
    let mut machine = Machine::default();
    let mut ready = Needs::Cargo;
    let mut total = Summary::default();
    let mut failed_steps = Vec::new();

    for (index, step) in steps.iter().enumerate() {
        println!(
            "\n=== {}/{} {}: {} ===",
            index + 1,
            steps.len(),
            step.name,
            step.what
        );
        let start = Instant::now();
        let outcome =
            prepare(step.needs, &mut ready, &mut machine).and_then(|()| (step.run)(&machine));
        let summary = outcome.unwrap_or_else(|error| {
            eprintln!("{}: {error:#}", step.name);
            FAILURE
        });
        if summary.failed > 0 {
            failed_steps.push(step.name);
        }
        println!(
            "--- {}: {} in {:.1} s",
            step.name,
            if summary.failed > 0 { "FAILED" } else { "ok" },
            start.elapsed().as_secs_f64()
        );
        total += summary;
    }

    let missing = machine
        .engines
        .as_ref()
        .map_or(&[][..], |engines| &engines.missing);
    if !missing.is_empty() && std::env::var_os("CI").is_some() {
        // Where nobody reads the closing line, an engine that was not tested must not look like one that was.
        total.failed += missing.len() as u32;
        failed_steps.push("browsers");
    }
    println!();
    if !failed_steps.is_empty() {
        println!("Failed steps: {}.", failed_steps.join(", "));
    }
    println!(
        "{} skipped; {:.0} s; {}",
        total.skipped,
        begin.elapsed().as_secs_f64(),
        engines_line(machine.engines.as_ref())
    );
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

const FAILURE: Summary = Summary {
    passed: 0,
    failed: 1,
    skipped: 0,
};

/// The steps that `--only NAME ...` names, in their own order; without it, all of them with `--all` and all but the slow ones otherwise.
fn choose(arguments: &[String]) -> Result<Vec<&'static Step>> {
    let names = match arguments.split_first() {
        None => return Ok(STEPS.iter().filter(|step| !step.slow).collect()),
        Some((first, [])) if first == "--all" => return Ok(STEPS.iter().collect()),
        Some((first, names)) if first == "--only" && !names.is_empty() => names,
        Some((first, _)) if first == "--only" => bail!("--only needs the name of a step"),
        Some((first, [other, ..])) if first == "--all" => {
            bail!("test: `--all` stands alone, `{other}` came with it")
        }
        Some((first, _)) => {
            bail!("test: unknown argument `{first}` (known: --all, --only NAME ...)")
        }
    };
    for name in names {
        if !STEPS.iter().any(|step| step.name == name) {
            let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
            bail!(
                "there is no step `{name}`; the steps are {}",
                known.join(", ")
            );
        }
    }
    Ok(STEPS
        .iter()
        .filter(|step| names.iter().any(|name| name == step.name))
        .collect())
}

/// Makes sure of what a step needs, once. What failed is tried, and fails, again for the next step that needs it.
fn prepare(needs: Needs, ready: &mut Needs, machine: &mut Machine) -> Result<()> {
    if needs >= Needs::Npm && *ready < Needs::Npm {
        npm::ensure()?;
        *ready = Needs::Npm;
    }
    if needs >= Needs::Wasm && *ready < Needs::Wasm {
        wasm::build()?;
        wasm::build_for_extension()?;
        fallback::build()?;
        *ready = Needs::Wasm;
    }
    if needs >= Needs::Browsers && *ready < Needs::Browsers {
        machine.engines = Some(browsers::ensure()?);
        *ready = Needs::Browsers;
    }
    Ok(())
}

/// What the closing line says of the browsers.
fn engines_line(engines: Option<&Engines>) -> String {
    let Some(engines) = engines else {
        return "no browser was used".to_owned();
    };
    let list = |names: &[String]| match names {
        [] => "none".to_owned(),
        names => names.join(", "),
    };
    format!(
        "browser engines: {}; missing: {}",
        list(&engines.present),
        list(&engines.missing)
    )
}

#[cfg(test)]
mod tests {
    use super::{STEPS, choose};

    fn chosen(arguments: &[&str]) -> Result<Vec<&'static str>, String> {
        let arguments: Vec<String> = arguments.iter().map(|&text| text.to_owned()).collect();
        match choose(&arguments) {
            Ok(steps) => Ok(steps.iter().map(|step| step.name).collect()),
            Err(error) => Err(error.to_string()),
        }
    }

    #[test]
    fn slow_steps_run_when_they_are_asked_for() {
        assert_eq!(chosen(&["--all"]).unwrap().len(), STEPS.len());
        let usual = chosen(&[]).unwrap();
        assert!(usual.contains(&"e2e") && !usual.contains(&"examples"));
        assert_eq!(chosen(&["--only", "examples"]).unwrap(), ["examples"]);
    }

    #[test]
    fn named_steps_keep_their_order() {
        assert_eq!(chosen(&["--only", "e2e", "fmt"]).unwrap(), ["fmt", "e2e"]);
    }

    #[test]
    fn a_wrong_argument_is_named() {
        assert!(chosen(&["--only", "fnt"]).unwrap_err().contains("`fnt`"));
        assert!(chosen(&["--only"]).unwrap_err().contains("needs"));
        assert!(chosen(&["fmt"]).unwrap_err().contains("`fmt`"));
        let mixed = chosen(&["--all", "fmt"]).unwrap_err();
        assert!(mixed.contains("`fmt`"), "{mixed}");
    }
}
