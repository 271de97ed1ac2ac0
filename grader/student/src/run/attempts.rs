//! Builds with some of the written files, within one time for all of them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, bail};

use super::stub::stub;
use crate::submission::Submission;
use grader::cargo::Build;
use grader::compiler::Message;
use grader::judge::Program;
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};
use grader::trouble::TryAgain;

/// The name of a build without any written file.
const STUBS: &str = "stubs";

/// Part of the time for all builds that is reserved for the stubs, which have to be built in any case.
const FOR_STUBS: Duration = Duration::from_secs(2);

/// How long builds may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// One of them.
    pub each: Duration,
    /// All of them together.
    pub all: Duration,
}

/// What makes a worker out of the exercises' files.
pub trait Compiler {
    /// Builds the worker from these exercises' files, and keeps it under `name`.
    ///
    /// # Errors
    /// Where the compiler can't be started. A failed build is no error.
    fn compile(&self, files: &[(&Exercise, Vec<u8>)], name: &str, within: Option<Duration>) -> Result<Build>;

    /// How a worker that was built here is run.
    fn program(&self, path: PathBuf) -> Program;
}

/// What builds with some of the written files came to; none is made twice.
pub struct Attempts<'a> {
    compiler: &'a dyn Compiler,
    stubs: Vec<(&'a Exercise, String)>,
    submission: &'a Submission,
    patience: Option<Patience>,
    spent: Duration,
    made: BTreeMap<String, Build>,
}

impl<'a> Attempts<'a> {
    /// None made yet. Without `patience`, a build may take its time.
    ///
    /// # Errors
    /// Where a stub can't be read.
    pub fn new(
        project: &Project,
        rubric: &'a Rubric,
        compiler: &'a dyn Compiler,
        submission: &'a Submission,
        patience: Option<Patience>,
    ) -> Result<Self> {
        let stubs = rubric.exercises.iter().map(|exercise| Ok((exercise, stub(project, exercise)?)));
        Ok(Self::with_stubs(stubs.collect::<Result<_>>()?, compiler, submission, patience))
    }

    /// As [`new`](Self::new), with these stubs.
    pub fn with_stubs(
        stubs: Vec<(&'a Exercise, String)>,
        compiler: &'a dyn Compiler,
        submission: &'a Submission,
        patience: Option<Patience>,
    ) -> Self {
        Self { compiler, stubs, submission, patience, spent: Duration::ZERO, made: BTreeMap::new() }
    }

    /// How a worker that was built is run.
    pub fn program(&self, path: PathBuf) -> Program {
        self.compiler.program(path)
    }

    /// What rustc warns of in any of the builds that succeeded, each once.
    pub fn warnings(&self) -> Vec<Message> {
        let mut all: Vec<Message> = Vec::new();
        for warning in self.made.values().filter(|build| build.success).flat_map(|build| &build.warnings) {
            if !all.contains(warning) {
                all.push(warning.clone());
            }
        }
        all
    }

    /// An exercise's file as it was given.
    pub fn stub(&self, exercise: &Exercise) -> &str {
        let known = self.stubs.iter().find(|(other, _)| other.name == exercise.name);
        known.map(|(_, stub)| stub.as_str()).unwrap_or_default()
    }

    /// Notes what a build of these exercises came to that was made elsewhere.
    pub fn know(&mut self, chosen: &[&Exercise], build: Build) {
        self.made.insert(names(chosen), build);
    }

    /// A build with these exercises as written and stubs for all others.
    ///
    /// # Errors
    /// Where cargo can't be started, or this machine has run out of what it needs.
    pub fn with(&mut self, chosen: &[&Exercise]) -> Result<&Build> {
        let name = names(chosen);
        if !self.made.contains_key(&name) {
            let build = self.make(chosen, &name)?;
            self.made.insert(name.clone(), build);
        }
        Ok(&self.made[&name])
    }

    fn make(&mut self, chosen: &[&Exercise], name: &str) -> Result<Build> {
        let first = self.make_once(chosen, name, "")?;
        if !first.is_unexplained() {
            return Ok(first);
        }
        let second = self.make_once(chosen, name, "")?;
        if !second.is_unexplained() {
            return Ok(second);
        }
        // Was it the file, or the machine? The stubs compile anywhere, unless they were compiled already.
        let control = self.make_once(&[], "control", "\n// Once more.\n")?;
        if control.is_unexplained() {
            bail!(TryAgain(format!(
                "the compiler ended twice without a word, and so it does without the learner's code\n{}\n\
                 hint: this machine may be out of processes or memory: grade again when it has less to do",
                control.explanation()
            )));
        }
        Ok(second)
    }

    fn make_once(&mut self, chosen: &[&Exercise], name: &str, remark: &str) -> Result<Build> {
        let within = self.patience.map(|patience| {
            let kept_back = if name == STUBS { Duration::ZERO } else { FOR_STUBS };
            patience.all.saturating_sub(self.spent + kept_back).min(patience.each)
        });
        if let (Some(Duration::ZERO), Some(patience)) = (within, self.patience) {
            return Ok(Build::too_late(patience.all));
        }
        let files: Vec<(&Exercise, Vec<u8>)> = self
            .stubs
            .iter()
            .map(|(exercise, stub)| {
                let is_chosen = chosen.iter().any(|other| other.name == exercise.name);
                let written = self.submission.files.get(&exercise.name).filter(|_| is_chosen);
                let marked = || [stub, remark].concat().into_bytes();
                (*exercise, written.map_or_else(marked, |written| written.content.clone()))
            })
            .collect();
        let build = self.compiler.compile(&files, name, within)?;
        self.spent += build.took;
        Ok(build)
    }
}

/// The same name for the same exercises, in whatever order.
fn names(exercises: &[&Exercise]) -> String {
    let mut names: Vec<&str> = exercises.iter().map(|exercise| exercise.name.as_str()).collect();
    names.sort_unstable();
    if names.is_empty() { STUBS.into() } else { names.join("+") }
}
