//! Which exercise is to blame where the crate does not compile.
//!
//! The compiler's messages do not tell: a type renamed in one file is reported in another. So
//! the files are put in one by one, the others being stubs, and each stays if the crate compiles
//! with it. Code that calls its neighbour keeps the neighbour. A file with which compiling does
//! not end is not tried again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Result, bail};

use super::cargo::Build;
use super::private::{PROGRAM, Private};
use super::stub::stub;
use crate::project::Project;
use crate::rubric::{Exercise, Rubric};
use crate::submission::Submission;

/// Who answers for an exercise.
#[derive(Debug, Clone)]
pub enum Worker {
    /// A program to start.
    Program(PathBuf),
    /// Nobody: the exercise's file does not compile, in rustc's words.
    DoesNotCompile(String),
    /// Nobody: compiling the exercise's file was ended after this time.
    CompilesTooLong(Duration),
}

/// A worker for each exercise, out of files that need not compile, nor be there.
///
/// The programs are put into `keep`. `known` is what a build of all files came to, if there has been
/// one. In a jail, each build may take as long as `within`: at most one for each exercise comes to
/// that, and one of all together.
///
/// # Errors
/// Where cargo can't be started, or not even the stubs compile.
pub fn build(
    project: &Project,
    rubric: &Rubric,
    private: &Private,
    submission: &Submission,
    known: Option<Build>,
    keep: &Path,
    within: Duration,
) -> Result<BTreeMap<String, Worker>> {
    let written: Vec<&Exercise> =
        rubric.exercises.iter().filter(|exercise| submission.files.contains_key(&exercise.name)).collect();
    let mut attempts = Attempts {
        private,
        stubs: rubric
            .exercises
            .iter()
            .map(|exercise| Ok((exercise, stub(project, exercise)?)))
            .collect::<Result<_>>()?,
        submission,
        keep,
        within,
        made: known.map(|build| (names(&written), build)).into_iter().collect(),
    };
    let mut kept: Vec<&Exercise> = Vec::new();
    let mut endless: Vec<&Exercise> = Vec::new();
    if attempts.with(&written)?.success {
        kept.clone_from(&written);
    }
    // Again after a success, because a file may need a neighbour that comes after it.
    let mut earlier = usize::MAX;
    while earlier != kept.len() && kept.len() < written.len() {
        earlier = kept.len();
        for &exercise in &written {
            if is_in(&kept, exercise) || is_in(&endless, exercise) {
                continue;
            }
            let with = [&kept[..], &[exercise]].concat();
            let build = attempts.with(&with)?;
            if build.success {
                kept = with;
            } else if build.timed_out {
                endless.push(exercise);
            }
        }
    }
    let together = attempts.with(&kept)?.clone();
    let Some(program) = together.programs.get(PROGRAM).filter(|_| together.success) else {
        bail!(
            "`exercises` does not compile, even with every exercise untouched\n{}\n\
             hint: a given file was changed: compare `exercises` with how you got it",
            together.explanation()
        );
    };
    rubric
        .exercises
        .iter()
        .map(|exercise| {
            let worker = if is_in(&kept, exercise) || !submission.files.contains_key(&exercise.name) {
                Worker::Program(program.clone())
            } else if is_in(&endless, exercise) {
                Worker::CompilesTooLong(within)
            } else {
                let alone = attempts.with(&[exercise])?;
                match alone.programs.get(PROGRAM) {
                    Some(program) if alone.success => Worker::Program(program.clone()),
                    _ if alone.timed_out => Worker::CompilesTooLong(within),
                    _ => Worker::DoesNotCompile(alone.short_explanation()),
                }
            };
            Ok((exercise.name.clone(), worker))
        })
        .collect()
}

/// What builds with some of the written files came to; none is made twice.
struct Attempts<'a> {
    private: &'a Private,
    stubs: Vec<(&'a Exercise, String)>,
    submission: &'a Submission,
    keep: &'a Path,
    within: Duration,
    made: BTreeMap<String, Build>,
}

impl Attempts<'_> {
    /// A build with these exercises as written and stubs for all others.
    fn with(&mut self, chosen: &[&Exercise]) -> Result<&Build> {
        let name = names(chosen);
        if !self.made.contains_key(&name) {
            for (exercise, stub) in &self.stubs {
                let written = self.submission.files.get(&exercise.name);
                let written = written.filter(|_| chosen.iter().any(|other| other.name == exercise.name));
                self.private
                    .put(&exercise.file(), written.map_or(stub.as_bytes(), |written| &written.content))?;
            }
            self.made.insert(name.clone(), self.private.build(self.keep, &name, self.within)?);
        }
        Ok(&self.made[&name])
    }
}

fn is_in(exercises: &[&Exercise], exercise: &Exercise) -> bool {
    exercises.iter().any(|other| other.name == exercise.name)
}

/// The same name for the same exercises, in whatever order.
fn names(exercises: &[&Exercise]) -> String {
    let mut names: Vec<&str> = exercises.iter().map(|exercise| exercise.name.as_str()).collect();
    names.sort_unstable();
    if names.is_empty() { "stubs".into() } else { names.join("+") }
}
