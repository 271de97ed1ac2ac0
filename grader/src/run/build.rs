//! The suite, and a worker for each exercise, whatever does not compile.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::cargo::{self, Build};
use super::one_by_one;
use super::submission::Submission;
use super::suite::Suite;
use crate::project::Project;
use crate::rubric::Rubric;

/// The suite's name among cargo's targets.
const SUITE: [&str; 4] = ["-p", "grader", "--test", "suite"];

/// Which crate's code is graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Subject {
    /// What the learner wrote.
    Exercises,
    /// The reference.
    Solutions,
}

impl Subject {
    /// The crate's name, and that of its folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exercises => "exercises",
            Self::Solutions => "solutions",
        }
    }

    fn program(self) -> &'static str {
        match self {
            Self::Exercises => "subject-exercises",
            Self::Solutions => "subject-solutions",
        }
    }
}

/// Who answers for an exercise.
#[derive(Debug, Clone)]
pub enum Worker {
    /// A program to start.
    Program(PathBuf),
    /// Nobody: the exercise's file does not compile, in rustc's words.
    DoesNotCompile(String),
}

/// Everything that running the suite takes.
#[derive(Debug)]
pub struct Built {
    /// The suite.
    pub suite: Suite,
    /// One worker an exercise, by the exercise's name.
    pub workers: BTreeMap<String, Worker>,
}

/// Builds what grading a crate of the workspace takes; `written` are its exercises' files.
///
/// One file that does not compile costs its own exercise and no other.
///
/// # Errors
/// Where cargo can't be started, or something that no learner writes does not compile.
pub fn build_own(
    project: &Project,
    rubric: &Rubric,
    subject: Subject,
    written: &Submission,
) -> Result<Built> {
    let made = cargo::build(project.root(), &project.target(), &[&SUITE[..], &worker_of(subject)].concat())?;
    let suite = suite_of(&made)?;
    let workers = match (made.programs.get(subject.program()), subject) {
        (Some(program), _) if made.success => {
            let worker = Worker::Program(program.clone());
            rubric.exercises.iter().map(|exercise| (exercise.name.clone(), worker.clone())).collect()
        }
        (_, Subject::Solutions) => bail!("the reference does not compile\n{}", made.explanation()),
        (_, Subject::Exercises) => {
            let complete = written.files.len() == rubric.exercises.len();
            one_by_one::build(project, rubric, written, complete.then_some(made))?
        }
    };
    Ok(Built { suite: Suite::open(suite)?, workers })
}

/// Builds the suite alone, to be asked which checks it has.
///
/// # Errors
/// Where cargo can't be started, or the suite does not compile.
pub fn build_suite(project: &Project) -> Result<Suite> {
    Suite::open(suite_of(&cargo::build(project.root(), &project.target(), &SUITE)?)?)
}

/// Builds what grading a submission takes, in a private workspace.
///
/// # Errors
/// As [`build_own`].
pub fn build_submission(project: &Project, rubric: &Rubric, written: &Submission) -> Result<Built> {
    Ok(Built { suite: build_suite(project)?, workers: one_by_one::build(project, rubric, written, None)? })
}

/// Builds the worker of a crate, for a suite that is run by itself.
///
/// # Errors
/// Where cargo can't be started, or the crate does not compile.
pub fn build_worker(project: &Project, subject: Subject) -> Result<PathBuf> {
    let mut made = cargo::build(project.root(), &project.target(), &worker_of(subject))?;
    match made.programs.remove(subject.program()) {
        Some(program) if made.success => Ok(program),
        _ => bail!("`{}` does not compile\n{}", subject.name(), made.explanation()),
    }
}

fn worker_of(subject: Subject) -> [&'static str; 6] {
    let feature = match subject {
        Subject::Exercises => "subject/exercises",
        Subject::Solutions => "subject/solutions",
    };
    ["-p", "subject", "--features", feature, "--bin", subject.program()]
}

fn suite_of(made: &Build) -> Result<PathBuf> {
    match made.programs.get("suite") {
        Some(suite) => Ok(suite.clone()),
        None => bail!("the suite can't be built\n{}", made.explanation()),
    }
}
