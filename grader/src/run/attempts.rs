//! Builds with some of the written files, within one time for all of them.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::build_workspace::BuildWorkspace;
use super::cargo::Build;
use super::stub::stub;
use crate::project::Project;
use crate::rubric::{Exercise, Rubric};
use crate::submission::Submission;

/// The name of a build without any written file.
const STUBS: &str = "stubs";

/// Of the time for all builds, what is kept for the stubs alone, which have to be built in any case.
const FOR_STUBS: Duration = Duration::from_secs(2);

/// How long builds may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// One of them.
    pub each: Duration,
    /// All of them together.
    pub all: Duration,
}

/// What builds with some of the written files came to; none is made twice.
pub struct Attempts<'a> {
    private: &'a BuildWorkspace,
    stubs: Vec<(&'a Exercise, String)>,
    submission: &'a Submission,
    keep: &'a Path,
    patience: Option<Patience>,
    spent: Duration,
    made: BTreeMap<String, Build>,
}

impl<'a> Attempts<'a> {
    /// None made yet. Programs are put into `keep`; without `patience`, a build may take its time.
    ///
    /// # Errors
    /// Where a stub can't be read.
    pub fn new(
        project: &Project,
        rubric: &'a Rubric,
        private: &'a BuildWorkspace,
        submission: &'a Submission,
        keep: &'a Path,
        patience: Option<Patience>,
    ) -> Result<Self> {
        let stubs = rubric.exercises.iter().map(|exercise| Ok((exercise, stub(project, exercise)?)));
        let stubs = stubs.collect::<Result<_>>()?;
        Ok(Self { private, stubs, submission, keep, patience, spent: Duration::ZERO, made: BTreeMap::new() })
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
            bail!(
                "the compiler ended twice without a word, and so it does without the learner's code\n{}\n\
                 hint: this machine may be out of processes or memory: grade again when it has less to do",
                control.explanation()
            );
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
        for (exercise, stub) in &self.stubs {
            let is_chosen = chosen.iter().any(|other| other.name == exercise.name);
            let written = self.submission.files.get(&exercise.name).filter(|_| is_chosen);
            let marked = || [stub, remark].concat().into_bytes();
            let content = written.map_or_else(marked, |written| written.content.clone());
            self.private.put(&exercise.file(), &content)?;
        }
        let start = Instant::now();
        let build = self.private.build(self.keep, name, within);
        self.spent += start.elapsed();
        build
    }
}

/// The same name for the same exercises, in whatever order.
fn names(exercises: &[&Exercise]) -> String {
    let mut names: Vec<&str> = exercises.iter().map(|exercise| exercise.name.as_str()).collect();
    names.sort_unstable();
    if names.is_empty() { STUBS.into() } else { names.join("+") }
}
