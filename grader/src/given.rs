//! The files of `exercises/src` that are given: they are not handed in, so a change to one counts only here.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::mirror::files;
use crate::project::{ACTIVATIONS, Project, STUBS};
use crate::rubric::Exercise;
use crate::run::Subject;
use crate::stubs::strip;

/// A given file that is not as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedGiven {
    /// Its path in the workspace.
    pub file: String,
    /// What is the matter, what follows, and what to do.
    pub says: String,
}

/// Every given file that was changed or removed, and every source file that was added, in order.
///
/// Nothing is known, and none is found, where neither kept copies nor solutions are there.
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
    let reference = format!("{}/src", Subject::Solutions.name());
    let is_kept = project.root().join(STUBS).is_dir();
    let from = if is_kept { STUBS.to_owned() } else { reference };
    let mut given = BTreeMap::new();
    for name in files(&project.root().join(&from))? {
        let path = project.root().join(&from).join(&name);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let text = if is_kept { text } else { strip(&text).with_context(|| path.display().to_string())? };
        given.insert(format!("src/{name}"), text);
    }
    Ok((given, from))
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
    fn names_are_joined_as_in_a_sentence() {
        let join = |names: &[&str]| and(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!([join(&["a"]), join(&["a", "b", "c"])], ["a", "a, b and c"]);
    }
}
