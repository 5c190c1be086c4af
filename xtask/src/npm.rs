//! Node and the npm packages that the build needs.

use crate::{process, root};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The oldest Node that the scripts and tests are written for.
const OLDEST_NODE: u32 = 20;

/// Node, in the root of the repository.
pub fn node() -> Command {
    process::command("node")
}

/// Makes sure that Node is there and `node_modules` is what `package-lock.json` says.
pub fn ensure() -> Result<()> {
    let version = process::read(node().arg("--version")).context("Node is needed (nodejs.org)")?;
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => {}
        _ => bail!(
            "Node {OLDEST_NODE} or later is needed, this is {}",
            version.trim()
        ),
    }
    if is_current() {
        return Ok(());
    }
    // `npm ci` empties the folder before it fills it, and through a link it would empty somebody else's.
    if is_link(&root().join("node_modules")) {
        bail!(
            "node_modules is a link and not up to date; remove the link, or run `npm ci` where it leads"
        );
    }
    println!("Installing npm packages (npm ci) ...");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    process::run(process::command(npm).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
}

fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|file| file.is_symlink())
}

/// npm writes its own lock file into `node_modules` as the last thing it does.
fn is_current() -> bool {
    let modified = |path: &str| fs::metadata(root().join(path)).and_then(|file| file.modified());
    match (
        modified("node_modules/.package-lock.json"),
        modified("package-lock.json"),
    ) {
        (Ok(installed), Ok(wanted)) => installed >= wanted,
        _ => false,
    }
}

/// The major version in what `node --version` prints.
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v8.1.0"), Some(8));
        assert_eq!(major("nonsense"), None);
    }
}
