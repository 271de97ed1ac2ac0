//! The files of `exercises` that are given, its manifest among them: they are not handed in, so a change to one
//! counts only here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use serde::Serialize;
use toml::{Table, Value};

use crate::mirror::files;
use crate::run::Crate;
use crate::stubs::strip;
use grader::project::{ACTIVATIONS, KEPT_MANIFEST, Project, STUBS};
use grader::rubric::Exercise;

/// A given file that is not as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedGiven {
    /// Its path in the workspace.
    pub file: String,
    /// What is the matter, what follows, and what to do.
    pub says: String,
}

/// The manifest of the learner's crate.
const MANIFEST: &str = "exercises/Cargo.toml";

/// Every given file that was changed or removed, and every source file that was added, in order.
///
/// Of the manifest, only what cargo reads is compared. Nothing is known, and none is found, where neither kept
/// copies nor solutions are there.
///
/// # Errors
/// Where a file can't be read.
pub fn changed(project: &Project, exercises: &[Exercise]) -> Result<Vec<ChangedGiven>> {
    let is_exercise = |name: &str| exercises.iter().any(|it| name == format!("{ACTIVATIONS}/{}", it.file()));
    let (mut given, from) = given(project)?;
    given.retain(|name, _| !is_exercise(name));
    if given.is_empty() {
        return Ok(Vec::new());
    }
    let handed_in: Vec<String> = exercises.iter().map(Exercise::file).collect();
    let handed_in = format!("only {} are", and(&handed_in));
    let mut found = Vec::new();
    found.extend(changed_manifest(project, &handed_in)?);
    for (name, wanted) in &given {
        let path = project.exercises().join(name);
        let what = match fs::read(&path) {
            Ok(text) if lines(&text) == lines(wanted.as_bytes()) => continue,
            Ok(_) => "is not as you got it",
            Err(_) if !path.exists() => "is missing",
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        };
        let file = format!("exercises/{name}");
        let says = format!(
            "{file} {what}. It is not handed in: {handed_in}, and they are graded with the file as you got it. \
             To get it back: cp {from}/{} {file}",
            name.trim_start_matches("src/")
        );
        found.push(ChangedGiven { file, says });
    }
    let added = files(&project.exercises().join("src"))?.into_iter().map(|name| format!("src/{name}"));
    for name in added.filter(|name| name.ends_with(".rs") && !is_exercise(name) && !given.contains_key(name))
    {
        let file = format!("exercises/{name}");
        let says = format!(
            "{file} was not there when you got the exercises. It is not handed in: {handed_in}. Move what they \
             need of it into each of them."
        );
        found.push(ChangedGiven { file, says });
    }
    Ok(found)
}

/// The texts of `exercises/src` as they were given, and the folder that they are in: the copies of a handout,
/// or else the solutions.
fn given(project: &Project) -> Result<(BTreeMap<String, String>, String)> {
    let reference = format!("{}/src", Crate::Solutions.name());
    let is_kept = project.root().join(STUBS).is_dir();
    let from = if is_kept { STUBS.to_owned() } else { reference };
    let mut given = BTreeMap::new();
    for name in files(&project.root().join(&from))? {
        if format!("{from}/{name}") == KEPT_MANIFEST {
            continue;
        }
        let path = project.root().join(&from).join(&name);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let text = if is_kept { text } else { strip(&text).with_context(|| path.display().to_string())? };
        given.insert(format!("src/{name}"), text);
    }
    Ok((given, from))
}

/// The manifest, if cargo reads something else in it than in the one that was given.
fn changed_manifest(project: &Project, handed_in: &str) -> Result<Option<ChangedGiven>> {
    let reference = format!("{}/Cargo.toml", Crate::Solutions.name());
    let is_kept = project.root().join(KEPT_MANIFEST).is_file();
    let from = if is_kept { KEPT_MANIFEST } else { &reference };
    if !project.root().join(from).is_file() {
        return Ok(None);
    }
    let read = |file: &str| {
        fs::read_to_string(project.root().join(file)).with_context(|| format!("cannot read {file}"))
    };
    let wanted: Table = toml::from_str(&read(from)?).with_context(|| format!("cannot read {from}"))?;
    let what = if !project.root().join(MANIFEST).exists() {
        "is missing".to_owned()
    } else {
        match toml::from_str(&read(MANIFEST)?) {
            // Cargo has said where and why already.
            Err(_) => "is not as you got it".to_owned(),
            Ok(found) => match &differing(comparable(found), comparable(wanted))[..] {
                [] => return Ok(None),
                keys => format!("is not as you got it ({})", keys.join(", ")),
            },
        }
    };
    let back = match is_kept {
        true => format!("To get it back: cp {from} {MANIFEST}"),
        false => format!("To get it back, write there what {from} has."),
    };
    let says = format!(
        "{MANIFEST} {what}. It is not handed in: {handed_in}, and they are graded with the file as you got it. \
         {back}"
    );
    Ok(Some(ChangedGiven { file: MANIFEST.to_owned(), says }))
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

fn and(names: &[String]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        names => names.concat(),
    }
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

    #[test]
    fn names_are_joined_as_in_a_sentence() {
        let join = |names: &[&str]| and(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!([join(&["a"]), join(&["a", "b", "c"])], ["a", "a, b and c"]);
    }
}
