//! From built workers to a finished report.

use std::thread::{self, Builder, Scope};

use anyhow::{Context, Result, anyhow, bail};

use crate::report::{About, Finding, NoWorker, Report};
use crate::run::{Built, Verdicts, Worker};
use crate::submission::Submission;
use grader::diagnose::{diagnose, misconceptions};
use grader::judge::{Limits, Reference};
use grader::outcome::Status;
use grader::project::Project;
use grader::rubric::Exercise;

/// Under which the suite is run.
#[derive(Debug, Clone, Copy)]
pub struct Conditions {
    /// The seed of everything that is drawn.
    pub seed: u64,
    /// How long the learner's code is waited for.
    pub limits: Limits,
    /// How many checks are left out.
    pub withheld: usize,
}

/// Runs the suite on the chosen exercises and reports.
///
/// `subject` says what is graded, in one word for the report; `written` are the files that
/// `built` was built from.
///
/// # Errors
/// Where the suite can't be run, or its records can't be read.
pub fn grade(
    project: &Project,
    subject: &str,
    chosen: &[&Exercise],
    written: &Submission,
    built: &Built,
    conditions: Conditions,
) -> Result<Report> {
    // Side by side: each has its own waiting time, so one that hangs holds up no other.
    let findings = thread::scope(|scope| {
        let find = |exercise| move || find(project, exercise, written, built, conditions);
        let running: Vec<_> = chosen.iter().map(|exercise| in_thread(scope, find(exercise))).collect();
        running.into_iter().map(|wait| wait()).collect::<Result<Vec<Finding>>>()
    })?;
    let mut sandbox = built.sandbox.clone();
    if let Some(sandbox) = &mut sandbox {
        let missing =
            findings.iter().flat_map(|finding| finding.result.iter().flat_map(|found| &found.missing));
        sandbox.missing.extend(missing.cloned());
        sandbox.missing.sort();
        sandbox.missing.dedup();
    }
    let findings = chosen.iter().copied().zip(findings);
    let about = About {
        subject: subject.to_owned(),
        seed: conditions.seed,
        sandbox,
        taken: written.taken.clone(),
        ignored: written.ignored.clone(),
        empty: written.is_empty().then(|| written.why_empty().to_owned()).filter(|why| !why.is_empty()),
        withheld: conditions.withheld,
        // Whichever are chosen, somebody answers for each.
        exercises_in_all: built.workers.len(),
    };
    Ok(Report::new(about, findings))
}

/// Runs something beside others, and returns what waits for it.
///
/// # Errors
/// Where it panicked, or the system has no thread left for it.
pub fn in_thread<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    run: impl FnOnce() -> Result<T> + Send + 'scope,
) -> impl FnOnce() -> Result<T> + 'scope {
    let started = Builder::new().spawn_scoped(scope, run);
    move || match started {
        Ok(thread) => thread.join().unwrap_or_else(|_| Err(anyhow!("a thread of the grader panicked"))),
        Err(error) => Err(error).context("cannot start a thread\nhint: this machine may be out of threads"),
    }
}

fn find(
    project: &Project,
    exercise: &Exercise,
    written: &Submission,
    built: &Built,
    Conditions { seed, limits, .. }: Conditions,
) -> Result<Finding> {
    let (file, line) = written.place(exercise);
    if !written.files.contains_key(&exercise.name) {
        let several = written.ambiguous.get(&exercise.name).cloned();
        let missing = || NoWorker::Missing {
            why: written.why_missing(exercise),
            hint: written.how_to_get_back(exercise),
        };
        let result = Err(several.map_or_else(missing, NoWorker::Ambiguous));
        return Ok(Finding { file, line, result, diagnosis: None });
    }
    let (result, diagnosis) = match built.workers.get(&exercise.name) {
        Some(Worker::Program(worker)) => {
            let verdicts = built.suite.run(exercise, worker, seed, limits)?;
            let diagnosis = if deserves_diagnosis(&verdicts) {
                let reference = Reference::read(project, exercise)?;
                let known = misconceptions(&project.suite(), &exercise.name)?;
                diagnose(exercise, &known, worker, &reference, limits, verdicts.waited)
            } else {
                None
            };
            (Ok(verdicts), diagnosis)
        }
        Some(Worker::Refused(what)) => (Err(NoWorker::Refused(what.clone())), None),
        Some(Worker::DoesNotCompile(error)) => (Err(NoWorker::DoesNotCompile(error.clone())), None),
        Some(Worker::CompilesTooLong(limit)) => (Err(NoWorker::CompilesTooLong(*limit)), None),
        None => bail!("the grader built no worker for `{}`", exercise.name),
    };
    Ok(Finding { file, line, result, diagnosis })
}

/// Whether there is something of the learner's to explain.
fn deserves_diagnosis(verdicts: &Verdicts) -> bool {
    let answered = |status| {
        matches!(
            status,
            Status::WrongValue | Status::WrongShape | Status::Panicked | Status::TimedOut | Status::Crashed
        )
    };
    verdicts.outcomes.values().any(|outcome| answered(outcome.status))
}
