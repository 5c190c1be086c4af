//! `cargo xtask bench`: builds what is measured and what it is compared with, and starts `benches/run.js`, which measures speed, or with
//! `cargo xtask bench quality` `benches/quality/run.js`, which measures how good the answers are; `cargo xtask bench extension` measures how long the
//! extension's background takes for an answer, and `cargo xtask bench without-wasm` what the engine in JavaScript costs.

use crate::wasm::{self, Pace};
use crate::{browsers, fallback, npm, process, root};
use anyhow::{Result, bail};

/// The groups of rows that need the module of `benches/stock`.
const NEEDS_STOCK: &[&str] = &["stock", "goals"];

/// Arguments go to the script.
pub fn run(arguments: &[String]) -> Result<()> {
    if !root().join("benches/run.js").is_file() {
        bail!("benches/run.js is missing: there is nothing to measure");
    }
    npm::ensure()?;
    wasm::build()?;
    process::run(npm::node().arg("xtask/js/dist.js").arg("embed"))?;
    let engines = browsers::ensure()?;
    if let [first, rest @ ..] = arguments
        && first == "extension"
    {
        wasm::build_for_extension()?;
        return process::run(npm::node().arg("benches/extension.js").args(rest));
    }
    if let [only] = arguments
        && only == "without-wasm"
    {
        fallback::build()?;
        return process::run(npm::node().arg("benches/without-wasm.js"));
    }
    if let [first, rest @ ..] = arguments
        && first == "quality"
    {
        return process::run(
            npm::node()
                .arg("benches/quality/run.js")
                .args(rest)
                .env(browsers::VARIABLE, engines.variable()),
        );
    }
    let mut script = npm::node();
    script
        .arg("benches/run.js")
        .args(arguments)
        .env(browsers::VARIABLE, engines.variable());
    if needs_stock(arguments) {
        let folder = wasm::target_folder()?.join("wasm-stock");
        wasm::build_stock(Pace::Small, &folder.join("small"))?;
        wasm::build_stock(Pace::Fast, &folder.join("fast"))?;
        script.arg("--stock").arg(folder);
    }
    process::run(&mut script)
}

/// Is any group wanted that needs it? All are, unless some are named.
fn needs_stock(arguments: &[String]) -> bool {
    let Some(at) = arguments
        .iter()
        .position(|argument| argument.starts_with("--only"))
    else {
        return true;
    };
    let value = arguments[at]
        .strip_prefix("--only=")
        .or_else(|| arguments.get(at + 1).map(String::as_str));
    let mut names = value.unwrap_or_default().split(',');
    names.any(|name| NEEDS_STOCK.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::needs_stock;

    #[test]
    fn the_module_is_built_for_the_groups_that_need_it() {
        for (arguments, expected) in [
            (&[][..], true),
            (&["--slow"], true),
            (&["--only", "stock"], true),
            (&["--only", "article,stock"], true),
            (&["--only=stock,large"], true),
            (&["--only", "article,large", "--slow"], false),
            (&["--only=article"], false),
            (&["--json", "raw.json", "--only", "compile"], false),
        ] {
            let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
            assert_eq!(needs_stock(&arguments), expected, "{arguments:?}");
        }
    }
}
