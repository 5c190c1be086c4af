//! `cargo xtask`: builds, tests and measures Glossator.
//!
//! Nothing but Rust and Node is assumed to be installed. What a command needs beyond that (the wasm target, npm packages,
//! browsers) it fetches and says so. Rust orchestrates; what is about JavaScript (bundling, serving, checking the
//! types, finding browsers) is a small Node script in `xtask/js/`.

mod bench;
mod browsers;
mod fallback;
mod fuzz;
mod lock;
mod npm;
mod process;
mod summary;
mod test;
mod wasm;

use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask <command>

  demo [--once] [--port N]   build, serve the demo page on localhost and print its URL
                             --once: serve, check that the page answers, and exit
  test [--all | --only NAME ...]
                             everything: format, lints, native tests, types, budgets, real browsers
                             --all: slow steps too (the package in projects of many tools, Lighthouse)
                             --only: just these steps (and what they need)
  build                      dist/npm, dist/embed and dist/extension
  docs [--serve]             dist/docs: the documentation as a site that any static host can serve
                             --serve: serve it on localhost and print its URL
  bench [ARGS ...]           the benchmark tables (arguments go to benches/run.js)
  fuzz [TARGET ...] [--seconds N]
                             runs the fuzz targets of fuzz/ (or only those), each for N seconds (600)
  size [--functions]         what the Wasm modules hold, by concern; with the largest functions
  wasm [--names]             only the engine: the Wasm module into www/host/wasm, the same as JavaScript into www/host/fallback, the
                             extension's into www/extension/wasm
                             --names: keep the names of its functions, for profilers

Needs Rust (rustup, cargo) and Node 20 or later (npm); the rest is fetched when it is needed.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<ExitCode> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    match command {
        "demo" => demo(rest)?,
        "test" => return test::run(rest),
        "build" => build(rest)?,
        "docs" => docs(rest)?,
        "bench" => bench::run(rest)?,
        "fuzz" => fuzz::run(rest)?,
        "size" => {
            wasm::build_with_names()?;
            process::run(npm::node().arg("xtask/js/wasm-size.js").args(rest))?;
        }
        "wasm" => match rest {
            [] => {
                wasm::build()?;
                wasm::build_for_extension()?;
                fallback::build()?;
            }
            [names] if names == "--names" => wasm::build_with_names()?,
            _ => bail!("wasm: unknown arguments (known: --names)"),
        },
        "help" | "--help" | "-h" => println!("{HELP}"),
        other => bail!("there is no command `{other}`\n\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The root of the repository, whatever the current directory is.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies in the repository")
}

fn demo(arguments: &[String]) -> Result<()> {
    let mut script = vec!["xtask/js/demo.js".to_owned()];
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--once" => script.push("--once".to_owned()),
            "--port" => {
                let port = rest.next().context("--port needs a number")?;
                let port: u16 = port
                    .parse()
                    .with_context(|| format!("--port {port}: not a port number"))?;
                script.push(format!("--port={port}"));
            }
            other => bail!("demo: unknown argument `{other}` (known: --once, --port N)"),
        }
    }
    npm::ensure()?;
    wasm::build()?;
    process::hand_over(npm::node().args(&script))
}

/// The tools of the site, which no other command needs.
const SITE: &str = "www/site";

/// What the documentation site describes and runs, and then the site.
fn build_docs() -> Result<()> {
    npm::ensure()?;
    npm::ensure_in(SITE)?;
    wasm::build()?;
    fallback::build()?;
    process::run(npm::node().args(["xtask/js/dist.js", "npm", "embed"]))?;
    process::run(npm::node().arg("www/site/build.js"))
}

fn docs(arguments: &[String]) -> Result<()> {
    let serves = match arguments {
        [] => false,
        [argument] if argument == "--serve" => true,
        [argument, ..] => bail!("docs: unknown argument `{argument}` (known: --serve)"),
    };
    build_docs()?;
    if serves {
        process::hand_over(npm::node().arg("www/site/serve.js"))?;
    }
    Ok(())
}

fn build(arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!("build: unknown argument `{argument}` (it takes none)");
    }
    npm::ensure()?;
    wasm::build()?;
    wasm::build_for_extension()?;
    fallback::build()?;
    process::run(npm::node().arg("xtask/js/dist.js"))
}
