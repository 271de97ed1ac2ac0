//! The files of `exercises` that are given, its manifest among them: they are not handed in, so whatever a learner
//! makes of them, exercises are graded with the ones that were given.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use serde::Serialize;
use toml::{Table, Value};

use crate::manifest;
use crate::mirror::files;
use crate::run::Crate;
use crate::stubs::strip;
use grader::project::{KEPT_MANIFEST, Project, STUBS};
use grader::rubric::Exercise;

/// A given file that is not as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedGiven {
    /// Its path in the workspace.
    pub file: String,
    /// What is the matter, in half a sentence.
    #[serde(skip)]
    pub what: String,
    /// What is the matter, what follows, and what to do.
    pub says: String,
}

impl ChangedGiven {
    fn new(file: &str, what: &str) -> Self {
        let what = format!("{file} {what}");
        Self { file: file.to_owned(), says: format!("{what}. {CONSEQUENCE}"), what }
    }
}

/// What follows of a change, and how to undo it.
pub const CONSEQUENCE: &str = "Given files are not handed in, and your exercises are graded without that change, here \
                               as in class. To undo it, with yours kept in .kept/: cargo reset given";

/// The manifest of the learner's crate.
const MANIFEST: &str = "exercises/Cargo.toml";

/// Every given file that was changed or removed, and every source file that was added, in order.
///
/// Of the manifest, only what cargo reads is compared. Where neither kept copies nor solutions are there, nothing is
/// known, and none is found.
///
/// # Errors
/// Where a file can't be read.
pub fn changed(project: &Project, exercises: &[Exercise]) -> Result<Vec<ChangedGiven>> {
    let is_exercise = |name: &str| exercises.iter().any(|it| name == it.source().path());
    // One that was moved is told of where it is missed.
    let is_moved =
        |name: &str| exercises.iter().any(|it| name.rsplit('/').next() == Some(it.source().name()));
    let mut given = files_of(project)?;
    given.retain(|name, _| !is_exercise(name));
    if given.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    found.extend(changed_manifest(project)?);
    for (name, wanted) in &given {
        let path = project.exercises().join(name);
        let what = match fs::read(&path) {
            Ok(text) if lines(&text) == lines(wanted.as_bytes()) => continue,
            Ok(_) => "is not as you got it",
            Err(_) if !path.exists() => "is missing",
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        };
        found.push(ChangedGiven::new(&format!("exercises/{name}"), what));
    }
    let added = files(&project.exercises().join("src"))?.into_iter().map(|name| format!("src/{name}"));
    for name in added.filter(|name| name.ends_with(".rs") && !is_moved(name) && !given.contains_key(name)) {
        found.push(ChangedGiven::new(
            &format!("exercises/{name}"),
            "was not there when you got the exercises",
        ));
    }
    Ok(found)
}

/// The sources of `exercises` as they were given, by their paths in it: the copies of a handout, or else made from
/// the solutions. None where neither is there.
///
/// # Errors
/// Where a file can't be read, or markers in it do not match.
pub fn files_of(project: &Project) -> Result<BTreeMap<String, String>> {
    let is_kept = project.root().join(STUBS).is_dir();
    let from = if is_kept { project.root().join(STUBS) } else { project.solutions().join("src") };
    let mut given = BTreeMap::new();
    for name in files(&from)? {
        let path = from.join(&name);
        if path == project.root().join(KEPT_MANIFEST) {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let text = if is_kept { text } else { strip(&text).with_context(|| path.display().to_string())? };
        given.insert(format!("src/{name}"), text);
    }
    Ok(given)
}

/// The manifest of `exercises` as it was given: the copy of a handout, or else made from the reference's. `None`
/// where neither is there.
///
/// # Errors
/// Where it can't be read, or the reference's is none.
pub fn manifest_of(project: &Project) -> Result<Option<String>> {
    let kept = project.root().join(KEPT_MANIFEST);
    if kept.is_file() {
        return Ok(Some(fs::read_to_string(&kept).with_context(|| format!("cannot read {KEPT_MANIFEST}"))?));
    }
    let reference = format!("{}/Cargo.toml", Crate::Solutions.name());
    if !project.root().join(&reference).is_file() {
        return Ok(None);
    }
    let own = manifest::edited(project.root(), &reference, |manifest| {
        let name = Crate::Exercises.name();
        manifest::table(manifest, "package")?.insert("name".into(), name.into());
        manifest::table(manifest, "lib")?.insert("doctest".into(), false.into());
        Ok(())
    });
    own.map(Some)
}

/// The manifest, if cargo reads something else in it than in the one that was given.
fn changed_manifest(project: &Project) -> Result<Option<ChangedGiven>> {
    let Some(given) = manifest_of(project)? else { return Ok(None) };
    let given: Table = toml::from_str(&given).context("the given manifest is none")?;
    let path = project.root().join(MANIFEST);
    let what = if !path.exists() {
        "is missing".to_owned()
    } else {
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {MANIFEST}"))?;
        match toml::from_str(&text) {
            // Cargo has said where and why already.
            Err(_) => "is not as you got it".to_owned(),
            Ok(found) => match &differing(comparable(found), comparable(given))[..] {
                [] => return Ok(None),
                keys => format!("is not as you got it ({})", keys.join(", ")),
            },
        }
    };
    Ok(Some(ChangedGiven::new(MANIFEST, &what)))
}

/// A manifest without that in which the reference's is another, none of which changes what is built.
fn comparable(mut manifest: Table) -> Table {
    for (section, key) in [("package", "name"), ("package", "description"), ("lib", "doctest")] {
        if let Some(section) = manifest.get_mut(section).and_then(Value::as_table_mut) {
            section.remove(key);
        }
    }
    manifest
}

/// The keys of two manifests that have not the same value, such as `dependencies.rand`.
fn differing(a: Table, b: Table) -> Vec<String> {
    let flat = |manifest: Table| -> BTreeMap<String, Value> {
        let entries = manifest.into_iter().flat_map(|(section, value)| match value {
            Value::Table(inner) => {
                inner.into_iter().map(|(key, value)| (format!("{section}.{key}"), value)).collect()
            }
            value => vec![(section, value)],
        });
        entries.collect()
    };
    let (a, b) = (flat(a), flat(b));
    let keys: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    keys.into_iter().filter(|key| a.get(*key) != b.get(*key)).cloned().collect()
}

/// An editor may have written other ends of lines, which change nothing.
fn lines(text: &[u8]) -> Vec<u8> {
    text.iter().copied().filter(|&byte| byte != b'\r').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_manifest_only_what_cargo_builds_by_is_compared() {
        let manifest = |text: &str| comparable(toml::from_str(text).expect("a manifest"));
        let given = "[package]\nname = \"solutions\"\nedition = \"2024\"\n[dependencies]\na = \"1\"\n";
        let same = "# Mine.\r\n[dependencies]\r\na = \"1\"\r\n[package]\r\nname = \"exercises\"\r\nedition = \"2024\"\r\n";
        assert!(differing(manifest(given), manifest(same)).is_empty());
        let more =
            given.replace("2024", "2021").replace("a = ", "b = \"2\"\na = ") + "[build-dependencies.c]\n";
        let keys = differing(manifest(given), manifest(&more));
        assert_eq!(keys, ["build-dependencies.c", "dependencies.b", "package.edition"]);
    }
}
