//! A crate with nothing in it, which depends on all that is built before.
//!
//! Cargo builds a dependency once for each set of features, and those are the sum of what is asked for in one call.
//! Built together with this crate, dependencies are the ones that are there: in a jail, those of the worker; in a
//! learner's own tree, those of all programs that a learner runs.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use toml::{Table, Value};

use crate::manifest;

/// Its name.
pub const SHARED: &str = "shared";

/// The crates of a learner's programs.
const OF_LEARNERS: [&str; 6] =
    ["exercises", "grader", "grader/channel", "grader/formula", "grader/pictures", "grader/student"];

/// The one whose test is the suite.
const SUITE: &str = "grader";

/// Its manifest in a jail.
///
/// # Errors
/// Where the manifest of the exercises can't be read.
pub fn of_worker(root: &Path) -> Result<String> {
    shared(root, |dependencies| {
        for name in ["channel", "sandbox"] {
            dependencies
                .insert(name.into(), Table::from_iter([("workspace".into(), Value::from(true))]).into());
        }
        Ok(())
    })
}

/// Its manifest in a learner's own tree: all dependencies of their programs that are not crates of this
/// workspace.
///
/// # Errors
/// Where a manifest can't be read.
pub fn of_learners(root: &Path) -> Result<String> {
    let read = |file: &str| -> Result<Table> {
        let text = fs::read_to_string(root.join(file)).with_context(|| format!("cannot read {file}"))?;
        toml::from_str(&text).with_context(|| format!("cannot read {file}"))
    };
    let mut workspace = read("Cargo.toml")?;
    let known = manifest::table(manifest::table(&mut workspace, "workspace")?, "dependencies")?.clone();
    let is_ours = |name: &str| known.get(name).and_then(|entry| entry.get("path")).is_some();
    shared(root, |dependencies| {
        for folder in OF_LEARNERS {
            let manifest = read(&format!("{folder}/Cargo.toml"))?;
            let targets =
                manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
            // The suite is a test of its crate.
            let of_tests = manifest.get("dev-dependencies").filter(|_| folder == SUITE);
            let own = [manifest.get("dependencies"), of_tests];
            let tables = own.into_iter().chain(targets.map(|it| it.get("dependencies")));
            let all = tables.flatten().filter_map(Value::as_table).flatten();
            let others = all.filter(|(name, _)| !is_ours(name));
            dependencies.extend(others.map(|(name, entry)| (name.clone(), entry.clone())));
        }
        Ok(())
    })
}

/// Its manifest, with these dependencies beside those of the exercises.
fn shared(root: &Path, add: impl FnOnce(&mut Table) -> Result<()>) -> Result<String> {
    manifest::edited(root, "exercises/Cargo.toml", |manifest| {
        manifest::table(manifest, "package")?.insert("name".into(), SHARED.into());
        manifest.remove("lib");
        add(manifest::table(manifest, "dependencies")?)
    })
}
