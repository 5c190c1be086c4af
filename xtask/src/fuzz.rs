//! `cargo xtask fuzz`: runs the fuzz targets of `fuzz/`, each for a while, and fails when one finds something.
//!
//! They need a nightly compiler and cargo-fuzz; both are installed where they are missing. What a run learns is kept in the target folder and
//! not in the repository: `fuzz/corpus` has only the seeds.

use crate::{process, root, wasm};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Seconds for each target unless `--seconds` says otherwise.
const SECONDS: u32 = 600;
/// A single input that takes longer than this is a finding. (libFuzzer's own limit is 20 minutes.)
const SLOWEST_SECONDS: u32 = 10;

/// Runs the targets that the arguments name, or all of them.
pub fn run(arguments: &[String]) -> Result<()> {
    let known = targets()?;
    let (chosen, seconds) = choose(arguments, &known)?;
    ensure_tools()?;
    let mut failed = Vec::new();
    for target in &chosen {
        println!("\n=== fuzz {target}: {seconds} s ===");
        if let Err(error) = fuzz(target, seconds) {
            eprintln!("{target}: {error:#}");
            failed.push(target.as_str());
        }
    }
    if !failed.is_empty() {
        bail!(
            "findings in: {} (the inputs lie in fuzz/artifacts)",
            failed.join(", ")
        );
    }
    println!("\nNo findings in: {}.", chosen.join(", "));
    Ok(())
}

/// The names of the targets, from their files.
fn targets() -> Result<Vec<String>> {
    let folder = root().join("fuzz/fuzz_targets");
    let files = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let mut names: Vec<String> = files
        .flatten()
        .filter_map(|file| {
            let name = file.file_name().into_string().ok()?;
            Some(name.strip_suffix(".rs")?.to_owned())
        })
        .collect();
    names.sort();
    Ok(names)
}

/// The targets to run and for how many seconds.
fn choose(arguments: &[String], known: &[String]) -> Result<(Vec<String>, u32)> {
    let mut chosen = Vec::new();
    let mut seconds = SECONDS;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "--seconds" {
            let number = rest.next().context("--seconds needs a number")?;
            seconds = number
                .parse()
                .ok()
                .filter(|&seconds| seconds > 0) // to libFuzzer 0 is without end
                .with_context(|| format!("--seconds {number}: not a number of seconds"))?;
        } else if known.contains(argument) {
            chosen.push(argument.clone());
        } else {
            let known = known.join(", ");
            bail!("fuzz: there is no target `{argument}`; the targets are {known}");
        }
    }
    if chosen.is_empty() {
        chosen = known.to_vec();
    }
    Ok((chosen, seconds))
}

/// cargo with the nightly compiler, in `fuzz/`.
fn nightly_cargo() -> Command {
    let mut command = process::command("rustup");
    command
        .args(["run", "nightly", "cargo"])
        .current_dir(root().join("fuzz"))
        // Those that started this program name the stable compiler.
        .env_remove("CARGO")
        .env_remove("RUSTC")
        .env_remove("RUSTDOC");
    command
}

fn ensure_tools() -> Result<()> {
    let is_there = |command: &mut Command| -> Result<bool> {
        let command = command.stdout(Stdio::null()).stderr(Stdio::null());
        Ok(command
            .status()
            .context("rustup is needed (rustup.rs)")?
            .success())
    };
    if !is_there(nightly_cargo().arg("--version"))? {
        println!("Installing the nightly toolchain (rustup) ...");
        let install = ["toolchain", "install", "nightly", "--profile", "minimal"];
        process::run(process::command("rustup").args(install))?;
    }
    if !is_there(nightly_cargo().args(["fuzz", "--version"]))? {
        println!("Installing cargo-fuzz (cargo install) ...");
        process::run(process::cargo().args(["install", "cargo-fuzz", "--locked"]))?;
    }
    Ok(())
}

fn fuzz(target: &str, seconds: u32) -> Result<()> {
    let folder = wasm::target_folder()?.join("fuzz");
    // New inputs go into the first folder; the others are only read.
    let learned = folder.join("corpus").join(target);
    fs::create_dir_all(&learned)?;
    let mut command = nightly_cargo();
    command
        .args(["fuzz", "run", target, "--target-dir"])
        .arg(&folder)
        .arg(learned)
        .arg(Path::new("corpus").join(target))
        .arg("--")
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-timeout={SLOWEST_SECONDS}"));
    let dictionary = Path::new("dictionaries").join(target);
    if root().join("fuzz").join(&dictionary).is_file() {
        command.arg(format!("-dict={}", dictionary.display()));
    }
    process::run(&mut command)
}

#[cfg(test)]
mod tests {
    use super::{SECONDS, choose, targets};

    fn chosen(arguments: &[&str]) -> Result<(Vec<String>, u32), String> {
        let arguments: Vec<String> = arguments.iter().map(|&text| text.to_owned()).collect();
        let known = ["fold", "matcher"].map(str::to_owned);
        choose(&arguments, &known).map_err(|error| error.to_string())
    }

    #[test]
    fn arguments_choose_targets_and_time() {
        let all = || vec!["fold".to_owned(), "matcher".to_owned()];
        assert_eq!(chosen(&[]).unwrap(), (all(), SECONDS));
        assert_eq!(chosen(&["--seconds", "5"]).unwrap(), (all(), 5));
        let one = (vec!["matcher".to_owned()], 7);
        assert_eq!(chosen(&["matcher", "--seconds", "7"]).unwrap(), one);
    }

    #[test]
    fn a_wrong_argument_is_named() {
        assert!(chosen(&["fild"]).unwrap_err().contains("`fild`"));
        assert!(chosen(&["--seconds"]).unwrap_err().contains("needs"));
        assert!(chosen(&["--seconds", "0"]).unwrap_err().contains("0"));
    }

    #[test]
    fn every_target_has_seeds() {
        let targets = targets().unwrap();
        assert!(!targets.is_empty());
        for target in targets {
            let seeds = crate::root().join("fuzz/corpus").join(&target);
            assert!(seeds.is_dir(), "{target} has no corpus");
        }
    }
}
