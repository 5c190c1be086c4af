//! The three Wasm modules: cargo → wasm-bindgen → wasm-opt, into `www/host/wasm/` and `www/host/analysis/`.
//!
//! The first finds what is to be marked. The second says the rest, after the marks, and the third what only editors ask; their bytes are put into scripts (`xtask/js/wasm-text.js`), so
//! that they come the way of the other scripts that come later, and nobody has to be told where they lie. The crate is built without `json`: in a browser `JSON.parse` reads the glossary. wasm-bindgen writes
//! `glossator.js` (the glue), `glossator.d.ts` and `glossator_bg.wasm`; the glue does not guess where the Wasm lies, the
//! host tells it (`www/host/engine.js`).

mod compile;

pub use self::compile::{ensure_target, plain as compile_plain};
use crate::{npm, process, root};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use wasm_bindgen_cli_support::Bindgen;

/// The target that readers' browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What the module may use: what all three engines have. wasm-opt has to be told, because it does not
/// believe the module's own list once that is stripped, and `--all-features` output is refused by Node.
pub const FEATURES: &[&str] = &[
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// A module as wasm-opt leaves it.
const MODULE: &str = "glossator_bg.wasm";

/// The second module and the third, and what each is called as a script.
const LATER: &[(&str, &str)] = &[("analysis.wasm", "module.js"), ("survey.wasm", "survey.js")];

/// What makes the modules of what the linker made: when one of them has changed, they are made anew.
const TOOLS: &[&str] = &[
    "wasm-linked.js",
    "without-panics.js",
    "wasm-parts.js",
    "wasm-order.js",
    "wasm-text.js",
];

/// Builds the modules unless what is there is newer than everything it is made from.
pub fn build() -> Result<()> {
    let linked = compile::engine()?;
    let first = root().join("www/host/wasm");
    let later = root().join("www/host/analysis");
    let mut sources: Vec<PathBuf> = TOOLS
        .iter()
        .map(|tool| root().join("xtask/js").join(tool))
        .collect();
    sources.extend([linked.clone(), std::env::current_exe()?]);
    let sources: Vec<&Path> = sources.iter().map(PathBuf::as_path).collect();
    let mut made = LATER.iter().map(|(_, script)| later.join(script));
    if is_newer(&first.join(MODULE), &sources) && made.all(|script| is_newer(&script, &sources)) {
        return Ok(());
    }
    let workshop = finish_parts(&linked, Names::Stripped)?;
    fs::create_dir_all(&later)?;
    for (module, script) in LATER {
        process::run(
            npm::node()
                .arg("xtask/js/wasm-text.js")
                .arg(workshop.join(module))
                .arg(later.join(script)),
        )?;
        fs::remove_file(workshop.join(module))?;
    }
    replace(&workshop, &first)
}

/// Builds the modules with the names of their functions in them, for profilers and for those who look for bytes.
/// Nothing that is shipped is touched.
pub fn build_with_names() -> Result<()> {
    let folder = target_folder()?.join("with-names");
    let workshop = finish_parts(&compile::engine()?, Names::Kept)?;
    replace(&workshop, &folder)?;
    for module in modules() {
        println!("{}", folder.join(module).display());
    }
    Ok(())
}

/// Builds the extension's module into `www/extension/wasm`: it reads with parts of glossaries (the feature `parts`). Small like the others: the browser translates it each time the background
/// starts, and what takes longest then grows with the code (`docs/decisions.md`).
pub fn build_for_extension() -> Result<()> {
    let compiled = compile::for_extension()?;
    let folder = root().join("www/extension/wasm");
    if is_newer(
        &folder.join(MODULE),
        &[&compiled, &std::env::current_exe()?],
    ) {
        return Ok(());
    }
    finish(&compiled, &folder, Names::Stripped, Pace::Small)
}

/// Builds the module of `benches/stock`, made like ours or for speed, into `folder`. Nothing that is shipped is touched.
pub fn build_stock(pace: Pace, folder: &Path) -> Result<()> {
    let compiled = compile::stock(pace)?;
    // The same path for both: it may be newer because the other one was built in between. So always.
    finish(&compiled, folder, Names::Stripped, pace)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Kept,
    Stripped,
}

/// What a module is optimised for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Few bytes, as what is shipped.
    Small,
    /// Speed, whatever the bytes.
    Fast,
}

/// From what rustc made to what browsers load.
fn finish(compiled: &Path, folder: &Path, names: Names, pace: Pace) -> Result<()> {
    npm::ensure()?;
    // Made elsewhere and put in place when it is complete: a server or a test may be reading.
    let workshop = target_folder()?.join(format!("wasm-{}", std::process::id()));
    bind(compiled, &workshop)?;
    println!("Optimising the Wasm (wasm-opt) ...");
    let name = compiled
        .file_stem()
        .context("a module without a name")?
        .to_string_lossy();
    let module = workshop.join(format!("{name}_bg.wasm"));
    let before = fs::metadata(&module)?.len();
    optimise(&module, names, pace)?;
    let after = fs::metadata(&module)?.len();
    println!("Wasm: {before} bytes, {after} after wasm-opt");
    replace(&workshop, folder)
}

/// The modules in their order.
fn modules() -> impl Iterator<Item = &'static str> {
    [MODULE]
        .into_iter()
        .chain(LATER.iter().map(|(module, _)| *module))
}

/// From what the linker made to three modules, in a folder of their own with the glue of the first. What is done to the whole is done before it is cut, so that all have the same
/// functions, inlined or not; then nothing but their names is taken from them.
fn finish_parts(linked: &Path, names: Names) -> Result<PathBuf> {
    npm::ensure()?;
    let workshop = target_folder()?.join(format!("wasm-{}", std::process::id()));
    let scratch = workshop.join("scratch");
    fs::create_dir_all(&scratch)?;
    let (whole, plan) = (scratch.join("glossator.wasm"), scratch.join("plan.json"));
    process::run(
        npm::node()
            .arg("xtask/js/wasm-linked.js")
            .args([linked, &whole, &plan]),
    )?;
    bind(&whole, &workshop)?;
    println!("Optimising the Wasm (wasm-opt) ...");
    let first = workshop.join(MODULE);
    let before = fs::metadata(&first)?.len();
    optimise(&first, Names::Kept, Pace::Small)?;
    fs::rename(&first, &whole)?;
    let parts: Vec<PathBuf> = modules().map(|module| workshop.join(module)).collect();
    process::run(
        npm::node()
            .arg("xtask/js/wasm-parts.js")
            .args([&whole, &plan])
            .args(&parts),
    )?;
    let mut sizes = Vec::new();
    for part in &parts {
        run_wasm_opt(part, &["--optimize-level=2", "--shrink-level=2"], names)?;
        if names == Names::Stripped {
            process::run(npm::node().arg("xtask/js/wasm-order.js").arg(part))?;
        }
        sizes.push(fs::metadata(part)?.len().to_string());
    }
    println!("Wasm: {before} bytes, {} after wasm-opt", sizes.join(" + "));
    fs::remove_dir_all(scratch)?;
    Ok(workshop)
}

/// Makes `folder` have the files of `workshop` and no others: what another version left must not be shipped.
fn replace(workshop: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for old in fs::read_dir(folder)? {
        let old = old?;
        if !workshop.join(old.file_name()).exists() {
            fs::remove_file(old.path())?;
        }
    }
    for new in fs::read_dir(workshop)? {
        let new = new?;
        // Copied, not renamed: the two may lie on different disks.
        fs::copy(new.path(), folder.join(new.file_name()))?;
    }
    fs::remove_dir_all(workshop)?;
    Ok(())
}

/// Where cargo puts what it builds. Asked, because a developer may have set it.
pub fn target_folder() -> Result<PathBuf> {
    // This program lies in <target>/<profile>/xtask.
    let program = std::env::current_exe()?;
    let folder = program.parent().and_then(Path::parent);
    Ok(folder
        .with_context(|| format!("{} is not in a target folder", program.display()))?
        .to_path_buf())
}

fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(compiled)
        .web(true)?
        .omit_default_module_path(true)
        .typescript(true)
        .generate(folder)
        .context("wasm-bindgen")
}

fn optimise(module: &Path, names: Names, pace: Pace) -> Result<()> {
    let passes: &[&str] = match pace {
        // The last one makes the module larger and its compressed form smaller (by 1.4 KB of 58): functions with one caller
        // stay apart unless they are tiny.
        Pace::Small => &[
            "-Oz",
            "--converge",
            // The first 1,024 bytes of memory are the last ones of a stack that is about to run over.
            "--low-memory-unused",
            "--one-caller-inline-max-function-size=15",
        ],
        Pace::Fast => &["-O3"],
    };
    if pace == Pace::Small {
        process::run(npm::node().arg("xtask/js/without-panics.js").arg(module))?;
    }
    run_wasm_opt(module, passes, names)
}

fn run_wasm_opt(module: &Path, passes: &[&str], names: Names) -> Result<()> {
    let debug = match names {
        Names::Kept => "--debuginfo",
        Names::Stripped => "--strip-debug",
    };
    let output = module.with_extension("opt");
    process::run(
        npm::node()
            .arg("node_modules/binaryen/bin/wasm-opt")
            .args(passes)
            .args([debug, "--strip-producers", "--strip-target-features"])
            .args(FEATURES)
            .arg(module)
            .arg("-o")
            .arg(&output),
    )?;
    fs::rename(&output, module)?;
    Ok(())
}

/// Is `file` there and newer than all of `sources`?
pub fn is_newer(file: &Path, sources: &[&Path]) -> bool {
    let modified = |path: &Path| -> Option<SystemTime> { fs::metadata(path).ok()?.modified().ok() };
    let Some(made) = modified(file) else {
        return false;
    };
    sources
        .iter()
        .all(|source| modified(source).is_some_and(|time| time < made))
}
