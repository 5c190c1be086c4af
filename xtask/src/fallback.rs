//! The engine as JavaScript, for where WebAssembly is forbidden or too old: `www/host/fallback/fallback.js`.
//!
//! The same Rust, compiled to the first version of WebAssembly (no SIMD: `src/text/lanes.rs` has a scalar twin of each of its functions), then
//! translated by binaryen's wasm2js and bundled with its own glue. It is loaded only where the real module cannot be (`www/host/engine.js`).

use crate::wasm::{self, is_newer};
use crate::{npm, process, root};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// What is loaded in place of the glue and the module.
const SCRIPT: &str = "fallback.js";

/// The standard library comes compiled with more than the first version has. The first three passes say it in other words; the others are as for the
/// module, because what is small there is small here.
const LOWERING: &[&str] = &[
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--signext-lowering",
    "--strip-debug",
    "--strip-producers",
    // wasm-bindgen reads from the list whether to use reference types, which wasm2js cannot translate.
    "--strip-target-features",
];

/// Builds the script unless what is there is newer than everything it is made from.
pub fn build() -> Result<()> {
    let compiled = wasm::compile_plain()?;
    let folder = root().join("www/host/fallback");
    if is_newer(
        &folder.join(SCRIPT),
        &[&compiled, &std::env::current_exe()?],
    ) {
        return Ok(());
    }
    npm::ensure()?;
    fs::create_dir_all(&folder)?;
    let workshop = wasm::target_folder()?.join(format!("fallback-{}", std::process::id()));
    println!("Translating the engine to JavaScript (wasm2js) ...");
    fs::create_dir_all(&workshop)?;
    let lowered = workshop.join("glossator.wasm");
    lower(&compiled, &lowered)?;
    Bindgen::new()
        .input_path(&lowered)
        .bundler(true)?
        .typescript(false)
        .generate(&workshop)
        .context("wasm-bindgen")?;
    translate(&workshop)?;
    process::run(
        npm::node()
            .arg("xtask/js/fallback.js")
            .arg(&workshop)
            .arg(folder.join(SCRIPT)),
    )?;
    fs::remove_dir_all(workshop)?;
    Ok(())
}

fn lower(compiled: &Path, lowered: &Path) -> Result<()> {
    process::run(
        npm::node()
            .arg("node_modules/binaryen/bin/wasm-opt")
            .arg(compiled)
            .args(LOWERING)
            .args(wasm::FEATURES)
            .arg("-o")
            .arg(lowered),
    )
}

fn translate(workshop: &Path) -> Result<()> {
    let module = workshop.join("glossator_bg.wasm");
    let small = workshop.join("small.wasm");
    process::run(
        npm::node()
            .arg("node_modules/binaryen/bin/wasm-opt")
            .arg(&module)
            .args(["--mvp-features", "-Oz", "--converge", "-o"])
            .arg(&small),
    )?;
    process::run(
        npm::node()
            .arg("node_modules/binaryen/bin/wasm2js")
            .arg(&small)
            .args(["--mvp-features", "-Oz", "-o"])
            .arg(workshop.join("engine.js")),
    )
}
