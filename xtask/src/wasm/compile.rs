//! From Rust to what the linker makes: `cargo build` for Wasm, in as many ways as there are modules.

use super::{Pace, TARGET, target_folder};
use crate::lock::locked_version;
use crate::{process, root};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// For speed: as `.cargo/config.toml` asks for, without its limit to inlining.
const FAST_FLAGS: &str = "-Ctarget-feature=+simd128";

/// For the first version of WebAssembly.
const PLAIN_FLAGS: &str = "-Ctarget-cpu=mvp\x1f-Cllvm-args=-inline-threshold=25";

/// The features of the crate that say what it exports.
const FEATURES: &str = "wasm-marks,wasm-analysis";

/// All of the engine as the linker left it, with what it knows of addresses (`xtask/js/wasm-linked.js`).
pub fn engine() -> Result<PathBuf> {
    println!("Compiling the engine to Wasm ...");
    build("engine", "glossator", |cargo| {
        cargo
            .args(["--no-default-features", "--features", FEATURES])
            .args(["--config", &link_flags()])
            .args(["--config", &remapped_paths()])
    })
}

/// The engine of the extension, which can read with a part of a glossary.
pub fn for_extension() -> Result<PathBuf> {
    println!("Compiling the engine of the extension to Wasm ...");
    build("extension", "glossator", |cargo| {
        cargo
            .args(["--no-default-features", "--features"])
            .arg(format!("{FEATURES},parts"))
            .args(["--config", &remapped_paths()])
    })
}

/// All of the crate for the first version of WebAssembly.
pub fn plain() -> Result<PathBuf> {
    println!("Compiling the engine without SIMD ...");
    build("plain", "glossator", |cargo| {
        cargo.env("CARGO_ENCODED_RUSTFLAGS", PLAIN_FLAGS).args([
            "--no-default-features",
            "--features",
            FEATURES,
        ])
    })
}

/// The module of `benches/stock`.
pub fn stock(pace: Pace) -> Result<PathBuf> {
    println!("Compiling the module to compare with ({pace:?}) ...");
    build("stock", "stock", |cargo| {
        cargo.args(["--config", &remapped_paths()]);
        if pace == Pace::Fast {
            // The environment replaces what .cargo/config.toml asks for: no limit to inlining here.
            cargo
                .env("CARGO_ENCODED_RUSTFLAGS", FAST_FLAGS)
                .args(["--config", "profile.wasm.opt-level=3"]);
        }
        cargo
    })
}

/// Compiles the library of a package, in a target folder of its own: with other flags or features, cargo would compile the others anew each time.
fn build(
    folder: &str,
    package: &str,
    specify: impl FnOnce(&mut Command) -> &mut Command,
) -> Result<PathBuf> {
    check_versions()?;
    ensure_target()?;
    let target = target_folder()?.join(folder);
    let mut cargo = process::cargo();
    // RUSTFLAGS would replace the flags of .cargo/config.toml, and with them SIMD.
    cargo
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .args(["build", "--quiet", "--package", package, "--lib"])
        .args(["--profile", "wasm", "--target", TARGET])
        .arg("--target-dir")
        .arg(&target);
    process::run(specify(&mut cargo))?;
    Ok(target.join(TARGET).join(format!("wasm/{package}.wasm")))
}

/// Adds the Wasm target to the toolchain where it is missing.
pub fn ensure_target() -> Result<()> {
    let library = process::read(process::command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    println!("Installing the Rust target {TARGET} (rustup) ...");
    process::run(process::command("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("the Rust target {TARGET} is missing and rustup cannot add it"))
}

/// The tool refuses, at best, a module made with another version of the crate.
fn check_versions() -> Result<()> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let version = |package: &str| {
        locked_version(&lock, package)
            .with_context(|| format!("Cargo.lock has not exactly one version of {package}"))
    };
    let (library, tool) = (
        version("wasm-bindgen")?,
        version("wasm-bindgen-cli-support")?,
    );
    if library != tool {
        bail!(
            "wasm-bindgen is {library} and wasm-bindgen-cli-support {tool}: pin both to one version \
             (Cargo.toml, xtask/Cargo.toml)"
        );
    }
    Ok(())
}

/// The linker says where addresses are, and keeps pieces of data apart that it would otherwise put into one.
fn link_flags() -> String {
    let flags = [
        "-Clink-arg=--emit-relocs",
        "-Clink-arg=--no-merge-data-segments",
    ];
    format!("target.{TARGET}.rustflags={flags:?}")
}

/// Panic messages hold source paths. Short ones that are the same on every machine give a module that is
/// small, reproducible and silent about who built it.
fn remapped_paths() -> String {
    let mut flags = vec![format!("--remap-path-prefix={}=", root().display())];
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    if let Some(sources) = home.map(|home| home.join("registry/src"))
        && let Ok(registries) = fs::read_dir(&sources)
    {
        for registry in registries.flatten() {
            flags.push(format!(
                "--remap-path-prefix={}=",
                registry.path().display()
            ));
        }
    }
    flags.sort();
    let list: Vec<String> = flags.iter().map(|flag| format!("{flag:?}")).collect();
    format!("target.{TARGET}.rustflags=[{}]", list.join(","))
}
