//! The workspace as students get it: without solutions, and without what could stand in for them.
//!
//! Sources are handed out but for what only instructors have: the rules are in `sources`. Nothing is
//! written before the whole text has been searched for answers.
//!
//! - `sources`: source files without the instructor's lines and modules
//! - `manifests`: manifests of a workspace with fewer crates and dependencies
//! - `paragraphs`: the rubric and the tasks with fewer paragraphs
//! - `mark`, `renew`: what an earlier handout wrote, and a new one in its place
//! - `answers`: refuses what holds one
//! - `tokens`, `pattern`: code that is recognised whatever its local names are

mod answers;
mod manifests;
mod mark;
mod paragraphs;
mod pattern;
mod renew;
mod sources;
mod tokens;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

pub use answers::Answers;
pub use mark::{MARK, Mark};
pub use renew::{Kept, Renewed, renew};

use crate::mirror::{files, write};
use crate::project::{ACTIVATIONS, KEPT_MANIFEST, Project, STUBS};
use crate::rubric::Rubric;
use crate::stubs;

/// What is handed out as it is.
const AS_IT_IS: [&str; 10] = [
    ".cargo/config.toml",
    ".gitattributes",
    ".gitignore",
    ".rustfmt.toml",
    ".vscode/tasks.json",
    "Cargo.lock",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "exercises/Cargo.toml",
    "exercises/tests/checks.rs",
];

/// The students' own README, which is the first thing that they see.
const README: &str = "exercises/README.md";

/// Folders and files of the grader that stay with the instructor, beside modules of the feature `class`.
const KEPT_BACK: [&str; 9] = [
    "grader/browser/",
    "grader/contracts/",
    "grader/instructor/",
    "grader/specimens/",
    "grader/systems/",
    "grader/subject/src/solutions.rs",
    "grader/templates/class.html",
    "grader/tests/cli/",
    "grader/ulp/",
];

/// What there is to read in the grader: sources, manifests, tables of values, and what pages are made from.
/// No script, no backup.
const KINDS: [&str; 6] = [".rs", ".toml", ".csv", ".tsv", ".html", ".css"];

/// The files of a handout, by their paths in it.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Puts a handout together, and searches it for the answers that are known.
///
/// # Errors
/// Where something can't be read, markers do not match, or an answer would be handed out.
pub fn handout(project: &Project) -> Result<(Files, Answers)> {
    let root = project.root();
    let read = |file: &str| fs::read(root.join(file)).with_context(|| format!("cannot read {file}"));
    let rubric = Rubric::read(&project.rubric())?;
    let mut out = Files::new();
    for file in AS_IT_IS {
        out.insert(file.into(), read(file)?);
    }
    out.insert("README.md".into(), read(README)?);
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
        ensure!(out.contains_key(&file), "{file} has no solution");
    }
    // What the grader compares given files with, and takes untouched exercises from.
    let given = out.iter().filter_map(|(name, text)| Some((name.strip_prefix("exercises/src/")?, text)));
    let copies: Files = given.map(|(name, text)| (format!("{STUBS}/{name}"), text.clone())).collect();
    out.extend(copies);
    out.insert(KEPT_MANIFEST.into(), read("exercises/Cargo.toml")?);
    sources::keep_back(&mut out)?;
    manifests::shorten(root, &mut out)?;
    paragraphs::shorten(root, &rubric, &mut out)?;
    let answers = Answers::read(project, &rubric)?;
    answers.refuse(&out)?;
    Ok((out, answers))
}

/// Writes the files of a handout into a new folder, and settles their dependencies there.
///
/// # Errors
/// Where one can't be written, or its dependencies can't be settled.
pub fn unfold(files: &mut Files, folder: &Path) -> Result<()> {
    for (name, content) in &*files {
        write(&folder.join(name), content)?;
    }
    manifests::settle(folder)?;
    let lock = fs::read(folder.join("Cargo.lock")).context("cannot read the settled Cargo.lock")?;
    files.insert("Cargo.lock".into(), lock);
    Ok(())
}
