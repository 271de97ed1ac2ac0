//! The workspace as students get it: a copy without `solutions` and without the instructor's folder.
//!
//! The exercises' files are made from the solutions, and of `Cargo.toml` the list of members is shortened.
//! Nothing is written before the whole text has been searched for answers.
//!
//! - `mark`, `renew`: what an earlier handout wrote, and a new one in its place
//! - `answers`: refuses what holds one
//! - `tokens`, `pattern`: code that is recognised whatever its local names are

mod answers;
mod mark;
mod pattern;
mod renew;
mod tokens;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

pub use answers::Answers;
pub use mark::{MARK, Mark};
pub use renew::{Kept, Renewed, renew};

use grader::cargo;
use grader::project::{EXAMPLES, KEPT_MANIFEST, Project, STUBS};
use grader::rubric::Rubric;
use student::mirror::{files, write_if_changed};
use student::stubs;

/// What is copied: files and whole folders.
const COPIED: [&str; 15] = [
    ".cargo/config.toml",
    ".gitattributes",
    ".gitignore",
    ".rustfmt.toml",
    ".devcontainer/devcontainer.json",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    ".vscode/tasks.json",
    "Cargo.lock",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "Makefile.toml",
    "exercises/Makefile.toml",
    "exercises/tests",
    "grader",
];

/// What is left out of them: the instructor's part.
const LEFT_OUT: [&str; 1] = ["grader/instructor/"];

/// What there is to read in the grader: sources, manifests, tables of values, and what pages are made from. Nothing
/// else that somebody may have left there is handed out.
const KINDS: [&str; 6] = [".rs", ".toml", ".csv", ".tsv", ".html", ".css"];

/// Members of the workspace that students do not get.
const KEPT_BACK: [&str; 2] = ["solutions", "grader/instructor"];

const WORKSPACE: &str = "Cargo.toml";
const MANIFEST: &str = "exercises/Cargo.toml";
/// The students' own README, which is the first thing that they see.
const README: &str = "exercises/README.md";

/// The files of a handout, by their paths in it.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Puts a handout together, and searches it for the answers that are known.
///
/// # Errors
/// Where something can't be read, markers do not match, or an answer would be handed out.
pub fn handout(project: &Project, rubric: &Rubric) -> Result<(Files, Answers)> {
    let root = project.root();
    let read = |file: &str| fs::read(root.join(file)).with_context(|| format!("cannot read {file}"));
    let mut out = Files::new();
    for name in COPIED {
        let inner = if root.join(name).is_dir() { files(&root.join(name))? } else { vec![String::new()] };
        for file in inner.iter().map(|file| format!("{name}/{file}")) {
            let file = file.trim_end_matches('/');
            let is_readable = name != "grader" || KINDS.iter().any(|kind| file.ends_with(kind));
            if is_readable && !LEFT_OUT.iter().any(|left| file.starts_with(left)) {
                out.insert(file.into(), read(file)?);
            }
        }
    }
    out.insert("README.md".into(), read(README)?);
    out.insert(MANIFEST.into(), read(MANIFEST)?);
    out.insert(WORKSPACE.into(), without_members(&String::from_utf8(read(WORKSPACE)?)?).into_bytes());
    // Not from `exercises`, in which somebody may have been at work.
    for name in stubs::sources(&project.solutions())? {
        let solution = String::from_utf8(read(&format!("solutions/{name}"))?)?;
        let stub = stubs::strip(&solution).with_context(|| format!("solutions/{name}"))?;
        out.insert(format!("exercises/{name}"), stub.into_bytes());
    }
    for exercise in &rubric.exercises {
        let file = format!("exercises/{}", exercise.source().path());
        ensure!(out.contains_key(&file), "{file} has no solution");
    }
    // What the grader compares given files with, and takes untouched exercises from.
    let given = out.iter().filter_map(|(name, text)| Some((name.strip_prefix("exercises/src/")?, text)));
    let copies: Files = given.map(|(name, text)| (format!("{STUBS}/{name}"), text.clone())).collect();
    out.extend(copies);
    out.insert(KEPT_MANIFEST.into(), read(MANIFEST)?);
    let answers = Answers::read(project, rubric)?;
    answers.refuse(&out)?;
    Ok((out, answers))
}

/// Leaves out the examples of functions that are no exercises of the assignment.
pub fn leave_out_examples(files: &mut Files, others: &[String]) {
    let Some(examples) = files.get_mut(&format!("exercises/{EXAMPLES}")) else { return };
    let is_of_another = |line: &str| others.iter().any(|name| line.split_whitespace().next() == Some(name));
    let text = String::from_utf8_lossy(examples).into_owned();
    *examples =
        text.split_inclusive('\n').filter(|line| !is_of_another(line)).collect::<String>().into_bytes();
}

/// Writes the files of a handout into a new folder, and settles their dependencies there.
///
/// # Errors
/// Where one can't be written, or its dependencies can't be settled.
pub fn unfold(files: &mut Files, folder: &Path) -> Result<()> {
    for (name, content) in &*files {
        write_if_changed(&folder.join(name), content)?;
    }
    let ran = Command::new(cargo::program())
        .args(["update", "--workspace", "--offline", "--quiet"])
        .current_dir(folder)
        .output()
        .context("cannot start cargo")?;
    let words = String::from_utf8_lossy(&ran.stderr);
    ensure!(ran.status.success(), "the handout's dependencies can't be settled\n{}", words.trim_end());
    let lock = fs::read(folder.join("Cargo.lock")).context("cannot read the settled Cargo.lock")?;
    files.insert("Cargo.lock".into(), lock);
    Ok(())
}

/// The workspace's manifest without the members that are kept back, which stand on lines of their own.
fn without_members(manifest: &str) -> String {
    let is_kept_back = |line: &str| {
        let member = line.trim().trim_end_matches(',').trim_matches('"');
        KEPT_BACK.iter().any(|kept| Path::new(member).starts_with(kept))
    };
    manifest.split_inclusive('\n').filter(|line| !is_kept_back(line)).collect()
}
