//! What a verdict depends on, so that a class is never graded partly by one suite and partly by another.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use hmac_sha256::Hash as Sha256;
use serde::{Deserialize, Serialize};

use crate::digest::{hex, sha256};
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};
use grader::trouble::{NotHere, not_started};
use student::mirror;
use student::run;
use student::submission::Submission;

/// The files of the workspace that decide a verdict: everything that the suite, the grader and the workers are
/// built from, the points, the tables, and what pages are made from. What only tests the grader is not among them.
const DECIDING: [&str; 17] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "exercises/Cargo.toml",
    "exercises/src",
    "grader/Cargo.toml",
    "grader/channel",
    "grader/instructor/Cargo.toml",
    "grader/instructor/hidden",
    "grader/instructor/src",
    "grader/instructor/templates",
    "grader/pictures",
    "grader/sandbox",
    "grader/src",
    "grader/student",
    "grader/suite",
    "grader/worker",
];

/// The hidden checks.
pub const HIDDEN_SOURCE: &str = "grader/instructor/hidden/main.rs";

/// Of these files, what decides no verdict by itself: the suite, whose parts have keys of their own, and what is shown.
const APART: [&str; 7] = [
    HIDDEN_SOURCE,
    "grader/instructor/hidden/hidden.toml",
    "grader/instructor/src/render/",
    "grader/instructor/templates/",
    "grader/pictures/",
    "grader/student/src/render/",
    "grader/suite/",
];

/// What one student's grade, and all that is written of it, depends on, as digests. Where these are the same, there is
/// nothing to do; where not, [`Key`](super::key::Key) says what has to run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// Seed, suite, grader and compiler: the same for a whole class.
    pub conditions: String,
    /// What was handed in.
    pub submission: String,
}

/// What decides verdicts beside the submission, as digests of files that are read once.
pub struct Workspace {
    everything: String,
    /// Of the grader alone: of what decides every verdict, whatever the check and the assignment.
    pub grader: String,
    /// What the compiler says of itself.
    pub compiler: String,
}

impl Workspace {
    /// Reads the files, and asks the compiler.
    ///
    /// # Errors
    /// Where a file can't be read, or the compiler can't be asked.
    pub fn read(project: &Project) -> Result<Self> {
        let exercises = Rubric::read(&project.suite())?.exercises;
        let [mut everything, mut grader] = of_files(project.root(), &exercises)?;
        // They stand in for what is not handed in. What is in the exercises' own files is somebody's.
        for exercise in &exercises {
            let stub = run::stub(project, exercise)?;
            everything.text(&stub);
            grader.text(&stub);
        }
        Ok(Self { everything: everything.finish(), grader: grader.finish(), compiler: compiler()? })
    }

    /// A digest of everything but the submission.
    pub fn conditions(&self, rubric: &Rubric, seed: u64) -> String {
        let mut digest = Parts::default();
        digest.text(&self.everything);
        digest.text(&self.compiler);
        digest.text(&seed.to_string());
        // A class may have exercises and points of its own.
        for exercise in &rubric.exercises {
            for check in &exercise.checks {
                digest.text(&exercise.id(check));
                digest.text(&check.points.to_string());
            }
        }
        digest.finish()
    }
}

fn compiler() -> Result<String> {
    let compiler = Command::new(run::rustc()).arg("-vV").output();
    let compiler = compiler.map_err(|error| not_started(error, "cannot ask rustc for its version"))?;
    if !compiler.status.success() {
        bail!(NotHere("rustc does not say its version".to_owned()));
    }
    let mut digest = Parts::default();
    digest.bytes(&compiler.stdout);
    Ok(digest.finish())
}

/// Digests of all files that decide or are shown, and of those among them that are the grader's.
fn of_files(root: &Path, exercises: &[Exercise]) -> Result<[Parts; 2]> {
    let own: Vec<String> =
        exercises.iter().map(|exercise| format!("exercises/{}", exercise.source().path())).collect();
    let [mut everything, mut grader] = [Parts::default(), Parts::default()];
    for deciding in DECIDING {
        let path = root.join(deciding);
        let files = match path.is_dir() {
            true => mirror::files(&path)?.into_iter().map(|file| format!("{deciding}/{file}")).collect(),
            false if path.exists() => vec![deciding.to_owned()],
            false => Vec::new(),
        };
        for file in files.iter().filter(|file| !own.contains(file)) {
            let content = fs::read(root.join(file)).with_context(|| format!("cannot read {file}"))?;
            let content = sha256(&content);
            let is_grader = !APART.iter().any(|apart| file.starts_with(apart));
            for digest in [Some(&mut everything), is_grader.then_some(&mut grader)].into_iter().flatten() {
                digest.text(file);
                digest.text(&content);
            }
        }
    }
    Ok([everything, grader])
}

/// A digest of a submission: its files, and what is said of those that were taken or left.
///
/// # Errors
/// Never for what is in memory.
pub fn submission(submission: &Submission) -> Result<String> {
    let mut digest = Parts::default();
    for (name, written) in &submission.files {
        digest.text(name);
        digest.text(&written.path);
        digest.bytes(&written.content);
    }
    let said = (&submission.ignored, &submission.taken, &submission.ambiguous);
    digest.bytes(&serde_json::to_vec(&said)?);
    if submission.is_empty() {
        digest.text(submission.why_empty());
    }
    Ok(digest.finish())
}

/// A digest of texts, each with its length, so that none can pass for two.
#[derive(Default)]
pub struct Parts(Sha256);

impl Parts {
    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Adds bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    /// The digest, in hexadecimal.
    pub fn finish(self) -> String {
        hex(&self.0.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_decides_a_verdict_changes_it_and_nothing_else_does() {
        let project = Project::find().expect("this is the workspace");
        let rubric = Rubric::read(&project.suite()).expect("a rubric");
        let copy = tempfile::tempdir().expect("a folder");
        for deciding in
            DECIDING.iter().map(|deciding| (project.root().join(deciding), copy.path().join(deciding)))
        {
            let (from, to) = deciding;
            match from.is_dir() {
                true => mirror::copy_folder(&from, &to).expect("copied"),
                false => mirror::write_if_changed(&to, &fs::read(from).expect("readable")).expect("copied"),
            }
        }
        let everything = |root: &Path| {
            let [everything, _] = of_files(root, &rubric.exercises).expect("readable");
            everything.finish()
        };
        let print = || everything(copy.path());
        let before = print();
        assert_eq!(before, everything(project.root()));
        for file in [
            "grader/suite/relu/mod.rs",
            "grader/suite/tanh/table.csv",
            "grader/suite/common.toml",
            "grader/src/judge/reference.rs",
            "exercises/src/lib.rs",
            "Cargo.lock",
        ] {
            let path = copy.path().join(file);
            let content = fs::read(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
            fs::write(&path, [&content[..], b"\n"].concat()).expect("written");
            assert_ne!(print(), before, "{file}");
            fs::write(&path, content).expect("written");
            assert_eq!(print(), before, "{file}");
        }
        for file in ["exercises/src/activations/relu.rs", "grader/instructor/specimens/new.rs", "README.md"] {
            mirror::write_if_changed(&copy.path().join(file), b"another").expect("written");
            assert_eq!(print(), before, "{file}");
        }
        fs::rename(
            copy.path().join("grader/suite/relu/mod.rs"),
            copy.path().join("grader/suite/relu/other.rs"),
        )
        .expect("renamed");
        assert_ne!(print(), before);
    }

    #[test]
    fn submissions_are_told_apart_by_files_names_and_contents() {
        let of = |files: &[(&str, &str)]| {
            let mut handed_in = Submission::default();
            for (name, text) in files {
                handed_in.put(&Exercise { name: (*name).to_owned(), ..Exercise::default() }, text);
            }
            submission(&handed_in).expect("in memory")
        };
        let prints = [
            of(&[]),
            of(&[("relu", "")]),
            of(&[("relu", "a")]),
            of(&[("tanh", "a")]),
            of(&[("relu", "a"), ("tanh", "b")]),
            of(&[("relu", "ab"), ("tanh", "")]),
        ];
        assert_eq!(prints.iter().collect::<std::collections::BTreeSet<_>>().len(), prints.len());
        assert_eq!(of(&[("relu", "a")]), prints[2]);
    }
}
