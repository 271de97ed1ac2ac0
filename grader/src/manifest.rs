//! Manifests with less in them, for copies of the workspace that have no solutions.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use toml::{Table, Value};

/// The text of a manifest below `root`, with a change to it.
///
/// # Errors
/// Where it can't be read, or not be changed like this.
pub fn edited(root: &Path, file: &str, change: impl FnOnce(&mut Table) -> Result<()>) -> Result<String> {
    let text = fs::read_to_string(root.join(file)).with_context(|| format!("cannot read {file}"))?;
    let mut manifest: Table = toml::from_str(&text).with_context(|| format!("cannot read {file}"))?;
    change(&mut manifest).with_context(|| format!("cannot make a copy of {file}"))?;
    Ok(toml::to_string(&manifest)?)
}

/// A table of a manifest.
///
/// # Errors
/// Where there is none of this name.
pub fn table<'a>(manifest: &'a mut Table, name: &str) -> Result<&'a mut Table> {
    manifest.get_mut(name).and_then(Value::as_table_mut).with_context(|| format!("no [{name}]"))
}

/// Leaves the worker's manifest with one program and without the reference, and returns the program.
///
/// # Errors
/// Where it has no program for the exercises.
pub fn keep_exercises_only(manifest: &mut Table) -> Result<&mut Value> {
    for section in ["features", "dependencies"] {
        table(manifest, section)?.remove("solutions");
    }
    let programs = manifest.get_mut("bin").and_then(Value::as_array_mut).context("no [[bin]]")?;
    programs.retain(|program| program.get("path").and_then(Value::as_str) == Some("src/exercises.rs"));
    ensure!(programs.len() == 1, "one [[bin]] has to be src/exercises.rs");
    Ok(&mut programs[0])
}
