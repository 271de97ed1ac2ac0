//! Which exercise is to blame where the crate does not compile.
//!
//! The compiler's messages do not tell: a type renamed in one file is reported in another. So
//! the files are put in one by one, the others being stubs, and each stays if the crate compiles
//! with it. Code that calls its neighbour keeps the neighbour. A file with which compiling does
//! not end is not tried again, and one that holds something forbidden is not tried at all.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};

use super::attempts::Attempts;
use super::build_workspace::PROGRAM;
use super::forbidden::{self, Found};
use crate::submission::Submission;
use crate::uncompiled::CompileError;
use grader::cargo::Build;
use grader::diagnose::Diagnosis;
use grader::judge::Program;
use grader::rubric::{Exercise, Rubric};

/// Why there is no worker for an exercise.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoWorker {
    /// There is no file, or none that can be read.
    Missing {
        /// Which, in a sentence.
        why: String,
        /// What to do, where that is not to hand one in.
        hint: Option<String>,
    },
    /// These files could be it.
    Ambiguous(Vec<String>),
    /// Its file holds something that is not even compiled, in a sentence for the learner.
    Refused(String),
    /// Its file does not compile.
    DoesNotCompile(Box<CompileError>),
    /// Compiling its file was ended after this time.
    CompilesTooLong(Duration),
}

impl NoWorker {
    /// What is behind it, where that is known.
    pub fn meaning(&self) -> Option<&Diagnosis> {
        match self {
            Self::DoesNotCompile(error) => error.means.as_ref(),
            _ => None,
        }
    }
}

/// The worker of each exercise, by the exercise's name, or why there is none.
pub type Workers = BTreeMap<String, Result<Program, NoWorker>>;

/// What of a submission is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tokens {
    /// Files that hold nothing forbidden.
    Checked,
    /// Every file: only to prove that the sandbox does without the check.
    Unchecked,
}

impl Tokens {
    /// What is forbidden in an exercise's file.
    pub fn look(self, submission: &Submission, exercise: &Exercise) -> Found {
        match submission.files.get(&exercise.name) {
            Some(_) if self == Self::Unchecked => Found::Nothing,
            Some(written) => forbidden::look(&written.content),
            None => Found::Nothing,
        }
    }
}

/// A worker for each exercise, out of files that need not compile, nor be there.
///
/// `known` is what a build of all files came to, if there has been one.
///
/// # Errors
/// Where cargo can't be started, or not even the stubs compile.
pub fn build(
    rubric: &Rubric,
    submission: &Submission,
    attempts: &mut Attempts,
    known: Option<Build>,
    tokens: Tokens,
) -> Result<Workers> {
    let found = |exercise: &Exercise| tokens.look(submission, exercise);
    // An untouched file is the stub, which is built in any case.
    let is_written = |exercise: &Exercise, attempts: &Attempts| {
        let written = submission.files.get(&exercise.name);
        written.is_some_and(|written| written.content != attempts.stub(exercise).as_bytes())
    };
    let written = rubric.exercises.iter().filter(|exercise| is_written(exercise, attempts));
    let written: Vec<&Exercise> = written.filter(|exercise| found(exercise) == Found::Nothing).collect();
    if let Some(build) = known {
        attempts.know(&written, build);
    }
    let mut kept: Vec<&Exercise> = Vec::new();
    let mut endless: BTreeMap<&str, Duration> = BTreeMap::new();
    if attempts.with(&written)?.success {
        kept.clone_from(&written);
    }
    // Again after a success, because a file may need a neighbour that comes after it.
    let mut earlier = usize::MAX;
    while earlier != kept.len() && kept.len() < written.len() {
        earlier = kept.len();
        for &exercise in &written {
            if is_in(&kept, exercise) || endless.contains_key(exercise.name.as_str()) {
                continue;
            }
            let with = [&kept[..], &[exercise]].concat();
            let build = attempts.with(&with)?;
            if build.success {
                kept = with;
            } else if let Some(after) = build.timed_out {
                endless.insert(&exercise.name, after);
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
    let mut worker = |exercise: &Exercise| -> Result<Result<Program, NoWorker>> {
        let found = found(exercise);
        if is_in(&kept, exercise) || !is_written(exercise, attempts) {
            return Ok(Ok(attempts.program(program.clone())));
        }
        if let Found::Forbidden(what) = found {
            return Ok(Err(NoWorker::Refused(what)));
        }
        if let Some(after) = endless.get(exercise.name.as_str()) {
            return Ok(Err(NoWorker::CompilesTooLong(*after)));
        }
        let alone = attempts.with(&[exercise])?;
        Ok(match (alone.programs.get(PROGRAM), alone.timed_out) {
            (Some(_), _) if alone.success && found == Found::Unreadable => Err(NoWorker::Refused(
                "refused: the grader can't tell what is in this file, though it compiles".into(),
            )),
            (Some(program), _) if alone.success => {
                let program = program.clone();
                Ok(attempts.program(program))
            }
            (_, Some(after)) => Err(NoWorker::CompilesTooLong(after)),
            _ if alone.errors.is_empty() => {
                Err(NoWorker::DoesNotCompile(Box::new(CompileError::unexplained(alone.said_in_short()))))
            }
            _ => {
                let errors = alone.errors.clone();
                let written = &submission.files[&exercise.name].content;
                let stub = attempts.stub(exercise);
                Err(NoWorker::DoesNotCompile(Box::new(CompileError::of(exercise, written, stub, &errors))))
            }
        })
    };
    rubric.exercises.iter().map(|exercise| Ok((exercise.name.clone(), worker(exercise)?))).collect()
}

fn is_in(exercises: &[&Exercise], exercise: &Exercise) -> bool {
    exercises.iter().any(|other| other.name == exercise.name)
}

#[cfg(test)]
mod tests;
