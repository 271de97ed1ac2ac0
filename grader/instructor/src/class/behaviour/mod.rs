//! How a student's code behaves in an exercise: what its checks came to, and what it answers. How it is written plays no
//! part, so that two who make the same mistake in other words are in one group.
//!
//! - `groups`: students whose code behaves the same
//! - `comments`: what an instructor says to a whole group

pub mod comments;
pub mod groups;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::verdicts::record::ExerciseRecord;
use grader::outcome::Status;
use grader::rubric::Exercise;
use student::curves::{Asked, Got};
use student::run::NoWorker;

/// Answers that differ by no more than this part of them come from one function that is computed in two ways.
const ALIKE: f64 = 1e-4;
/// The same for answers near zero, absolutely.
const ALIKE_NEAR_ZERO: f64 = 1e-6;

/// How code behaves that does not pass every check of an exercise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Behaviour {
    /// The exercise's name.
    pub exercise: String,
    /// What each check came to, by the check's id; empty where no code runs.
    statuses: BTreeMap<String, Status>,
    /// Why no code runs; empty where some does.
    stopped: String,
    /// The key of the slip that was named.
    pub diagnosis: Option<String>,
    /// What it answers to the numbers of a picture, where it was asked.
    answers: Option<Asked>,
}

impl Behaviour {
    /// The behaviour that a record tells of; none where every check passed, and where nothing was begun or handed in.
    pub fn of(exercise: &Exercise, record: &ExerciseRecord) -> Option<Self> {
        let finding = &record.finding;
        let stopped = match &finding.result {
            Ok(_) => String::new(),
            Err(NoWorker::Missing { .. } | NoWorker::Ambiguous(_)) => return None,
            Err(NoWorker::Refused(why)) => why.clone(),
            Err(NoWorker::DoesNotCompile(error)) => {
                error.words.lines().next().unwrap_or("it does not compile").to_owned()
            }
            Err(NoWorker::CompilesTooLong(_)) => "compiling it takes too long".to_owned(),
        };
        let outcomes = finding.result.as_ref().map(|verdicts| &verdicts.outcomes).into_iter().flatten();
        let statuses: BTreeMap<String, Status> = outcomes
            .filter(|(id, _)| exercise.checks.iter().any(|check| exercise.id(check) == **id))
            .map(|(id, outcome)| (id.clone(), in_any_time(outcome.status)))
            .collect();
        let all = |wanted: Status| statuses.values().all(|status| *status == wanted);
        let is_of_interest = !stopped.is_empty() || !(all(Status::Passed) || all(Status::NotImplemented));
        is_of_interest.then(|| Self {
            exercise: exercise.name.clone(),
            diagnosis: finding.diagnosis.as_ref().map(|diagnosis| diagnosis.key.clone()),
            answers: record.curve.clone(),
            statuses,
            stopped,
        })
    }

    /// Whether two behave the same: as alike as the roundings of two ways to compute one function.
    pub fn is_like(&self, other: &Self) -> bool {
        let whole = |it: &Self| (it.exercise.clone(), it.stopped.clone(), it.diagnosis.clone());
        whole(self) == whole(other) && self.statuses == other.statuses && self.answers_like(other)
    }

    fn answers_like(&self, other: &Self) -> bool {
        match (&self.answers, &other.answers) {
            (Some(a), Some(b)) => {
                let (a, b) = (a.answers(), b.answers());
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| are_alike(*a, *b))
            }
            (a, b) => a.is_none() == b.is_none(),
        }
    }

    /// Why no code runs; none where some does.
    pub fn stopped(&self) -> Option<&str> {
        Some(self.stopped.as_str()).filter(|why| !why.is_empty())
    }

    /// The names of the checks that did not pass.
    pub fn missed(&self) -> impl Iterator<Item = &str> {
        let missed = self.statuses.iter().filter(|(_, status)| **status != Status::Passed);
        missed.map(|(id, _)| id.split_once("::").map_or(id.as_str(), |(_, check)| check))
    }
}

/// Which of a hanging body's calls are ended, and which are not made any more, is a matter of milliseconds.
fn in_any_time(status: Status) -> Status {
    if status == Status::NotRun { Status::TimedOut } else { status }
}

fn are_alike(a: Got, b: Got) -> bool {
    match (a, b) {
        (Got::Number(a), Got::Number(b)) => {
            (a - b).abs() <= (ALIKE * a.abs().max(b.abs())).max(ALIKE_NEAR_ZERO)
        }
        (a, b) => a == b,
    }
}
