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

/// Makes sure that Node is there and the tools of the repository are what `package-lock.json` says.
pub fn ensure() -> Result<()> {
    ensure_in(".")
}

/// The same for the tools of one folder, which has a `package.json` of its own: what is large and needed by one command only.
pub fn ensure_in(folder: &str) -> Result<()> {
    let version = process::read(node().arg("--version")).context("Node is needed (nodejs.org)")?;
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => {}
        _ => bail!(
            "Node {OLDEST_NODE} or later is needed, this is {}",
            version.trim()
        ),
    }
    let folder = root().join(folder);
    if is_current(&folder) {
        return Ok(());
    }
    // `npm ci` empties the folder before it fills it, and through a link it would empty somebody else's.
    let modules = folder.join("node_modules");
    if is_link(&modules) {
        bail!(
            "{} is a link and not up to date; remove the link, or run `npm ci` where it leads",
            modules.display()
        );
    }
    println!("Installing npm packages (npm ci) ...");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    process::run(
        process::command(npm)
            .current_dir(folder)
            .args(["ci", "--prefer-offline"])
            .args(["--no-audit", "--no-fund", "--loglevel=error"]),
    )
}

fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|file| file.is_symlink())
}

/// npm writes its own lock file into `node_modules` as the last thing it does.
fn is_current(folder: &Path) -> bool {
    let modified = |path: &str| fs::metadata(folder.join(path)).and_then(|file| file.modified());
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
    use super::{is_current, is_link, major};
    use std::fs;
    use std::path::PathBuf;

    /// An empty folder of a test's own.
    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("glossator-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn what_was_never_installed_is_not_current() {
        let folder = scratch("never");
        assert!(!is_current(&folder));
        fs::write(folder.join("package-lock.json"), "{}").unwrap();
        assert!(!is_current(&folder));
        fs::create_dir(folder.join("node_modules")).unwrap();
        fs::write(folder.join("node_modules/.package-lock.json"), "{}").unwrap();
        assert!(is_current(&folder));
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_seen_even_where_it_leads_nowhere() {
        let folder = scratch("link");
        let link = folder.join("node_modules");
        std::os::unix::fs::symlink(folder.join("gone"), &link).unwrap();
        assert!(is_link(&link));
        assert!(!is_link(&folder) && !is_link(&folder.join("nothing")));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v8.1.0"), Some(8));
        assert_eq!(major("nonsense"), None);
    }
}
