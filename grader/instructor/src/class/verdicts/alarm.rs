//! Verdicts that are others, although nothing that decides them has changed.

use std::collections::BTreeMap;

use super::key::{Change, Key};
use super::record::{ExerciseRecord, Record};
use crate::class::students::person::Person;
use grader::outcome::Status;
use grader::rubric::Exercise;

/// A verdict that is another, although nothing that decides it has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// The check's id.
    pub check: String,
    /// How it ended before. This stands.
    pub was: Status,
    /// How it ended now.
    pub is: Status,
}

impl Alarm {
    /// In a sentence.
    pub fn words(&self, person: &Person) -> String {
        let [was, is] = [self.was, self.is].map(words);
        format!(
            "{}: {} ended with `{was}` before and with `{is}` now, and nothing that decides it has changed. The earlier \
             verdict stands.",
            person.name, self.check
        )
    }
}

/// A status as the JSON has it, with blanks.
pub fn words(status: Status) -> String {
    let text = serde_json::to_string(&status).unwrap_or_default();
    text.trim_matches('"').replace('_', " ")
}

/// Holds what was run again to what it was before: where nothing that decides it has changed, the earlier verdict
/// stands, and another one is an alarm.
pub fn hold_to(
    earlier: &Record,
    key: &Key,
    exercise: &Exercise,
    exercises: &mut BTreeMap<String, ExerciseRecord>,
) -> Vec<Alarm> {
    let (Some(was), Some(is)) = (earlier.exercises.get(&exercise.name), exercises.get_mut(&exercise.name))
    else {
        return Vec::new();
    };
    let mut alarms = Vec::new();
    for check in &exercise.checks {
        let id = exercise.id(check);
        let is_same = key.change(&earlier.key, &exercise.name, &check.name) == Change::Nothing;
        let (Some(before), Some(now)) = (was.status(&id), is.status(&id)) else { continue };
        if !is_same || is_alike(before, now) || before == Status::GraderError {
            continue;
        }
        alarms.push(Alarm { check: id.clone(), was: before, is: now });
        match (&was.finding.result, &mut is.finding.result) {
            (Ok(was), Ok(is)) => {
                let stands = was.outcomes.get(&id).map(|outcome| (id.clone(), outcome.clone()));
                is.outcomes.extend(stands);
            }
            // It was built before, or is now, and nothing of that stands for one check alone.
            _ => is.finding.result.clone_from(&was.finding.result),
        }
    }
    alarms
}

/// Which of a body's calls are ended, and which are not made any more, is a matter of milliseconds.
fn is_alike(before: Status, now: Status) -> bool {
    let is_late = |status| matches!(status, Status::TimedOut | Status::NotRun);
    before == now || (is_late(before) && is_late(now))
}
