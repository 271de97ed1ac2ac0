//! The workspace as students get it: without solutions, and without what could stand in for them.
//!
//! Sources are handed out but for what only instructors have: the rules are in `sources`. Nothing is
//! written before the whole text has been searched for answers.
//!
//! - `sources`: source files without the instructor's lines and modules
//! - `manifests`: manifests of a workspace with fewer crates and dependencies
//! - `paragraphs`: the rubric, the tasks and the README with fewer paragraphs
//! - `answers`: refuses what holds one

mod answers;
mod manifests;
mod paragraphs;
mod sources;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::mirror::{files, write};
use crate::project::{ACTIVATIONS, Project, STUBS};
use crate::rubric::Rubric;
use crate::stubs;

/// What is handed out as it is.
const AS_IT_IS: [&str; 9] = [
    ".cargo/config.toml",
    ".gitattributes",
    ".gitignore",
    ".rustfmt.toml",
    ".vscode/tasks.json",
    "Cargo.lock",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "exercises/Cargo.toml",
];

/// Folders and files of the grader that stay with the instructor, beside modules of the feature `class`.
const KEPT_BACK: [&str; 8] = [
    "grader/browser/",
    "grader/contracts/",
    "grader/handout/",
    "grader/specimens/",
    "grader/systems/",
    "grader/subject/src/solutions.rs",
    "grader/templates/class.html",
    "grader/tests/cli/",
];

/// What there is to read in the grader: sources, manifests, tables of values, and what pages are made from.
/// No script, no backup.
const KINDS: [&str; 5] = [".rs", ".toml", ".csv", ".html", ".css"];

/// The files of a handout, by their paths in it.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Puts a handout together, and searches it for answers.
///
/// # Errors
/// Where something can't be read, markers do not match, or an answer would be handed out.
pub fn handout(project: &Project) -> Result<Files> {
    let root = project.root();
    let read = |file: &str| fs::read(root.join(file)).with_context(|| format!("cannot read {file}"));
    let rubric = Rubric::read(&project.rubric())?;
    let mut out = Files::new();
    for file in AS_IT_IS {
        out.insert(file.into(), read(file)?);
    }
    for file in files(&root.join("grader"))? {
        let file = format!("grader/{file}");
        let is_kept_back = KEPT_BACK.iter().any(|kept| file.starts_with(kept));
        if !is_kept_back && KINDS.iter().any(|kind| file.ends_with(kind)) {
            out.insert(file.clone(), read(&file)?);
        }
    }
    // Not from `exercises`, in which somebody may have been at work.
    for name in stubs::sources(&project.solutions())? {
        let solution = String::from_utf8(read(&format!("solutions/{name}"))?)?;
        let stub = stubs::strip(&solution).with_context(|| format!("solutions/{name}"))?;
        out.insert(format!("exercises/{name}"), stub.into_bytes());
    }
    for exercise in &rubric.exercises {
        let file = format!("exercises/{ACTIVATIONS}/{}", exercise.file());
        let stub = out.get(&file).with_context(|| format!("{file} has no solution"))?.clone();
        out.insert(format!("{STUBS}/{}", exercise.file()), stub);
    }
    sources::keep_back(&mut out)?;
    manifests::shorten(root, &mut out)?;
    paragraphs::shorten(root, &rubric, &mut out)?;
    answers::refuse(project, &rubric, &out)?;
    Ok(out)
}

/// Writes the files of a handout into a new folder.
///
/// # Errors
/// Where one can't be written, or its dependencies can't be settled.
pub fn unfold(files: &Files, folder: &Path) -> Result<()> {
    for (name, content) in files {
        write(&folder.join(name), content)?;
    }
    manifests::settle(folder)
}
