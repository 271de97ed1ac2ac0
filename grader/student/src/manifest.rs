//! Edits `Cargo.toml` files for copies of the workspace.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
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
