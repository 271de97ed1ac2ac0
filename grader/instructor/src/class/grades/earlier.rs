//! What has changed since a student's last submission, where an earlier folder of grades has one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::entry::Entry;
use super::kept::{self, Kept};
use super::kept_report::KeptReport;
use crate::class::students::label::System;
use crate::class::students::person::Person;
use grader::outcome::Status;
use student::atomic_write;
use student::render::words::in_words;

/// Where a folder of grades keeps which earlier one it is compared with.
const KEPT: &str = "instructor/earlier.json";

/// The grades of an earlier submission.
#[derive(Debug)]
pub struct Earlier {
    folder: PathBuf,
    people: BTreeMap<(Option<System>, String), Kept>,
}

impl Earlier {
    /// Opens the folder of earlier grades that is named, or else the one with which `grades` were compared before.
    ///
    /// # Errors
    /// Where it holds no grades.
    pub fn open(named: Option<&Path>, grades: &Path) -> Result<Option<Self>> {
        let known: Option<PathBuf> =
            fs::read(grades.join(KEPT)).ok().and_then(|text| serde_json::from_slice(&text).ok());
        let Some(folder) = named.map(Path::to_owned).or(known) else { return Ok(None) };
        let folder = std::path::absolute(folder)?;
        let people = kept::kept(&folder).context("the earlier grades can't be read")?;
        let people = people.into_iter().map(|kept| (identity(&kept.person), kept)).collect();
        Ok(Some(Self { folder, people }))
    }

    /// Keeps which folder it is.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn keep(&self, grades: &Path) -> Result<()> {
        atomic_write::write(&grades.join(KEPT), &serde_json::to_vec(&self.folder)?)
    }

    /// What a student is told of the difference; none where there is no earlier report, or the files are the same.
    pub fn says(&self, entry: &Entry, now: &KeptReport) -> Option<String> {
        let earlier = self.people.get(&identity(&entry.person))?;
        let files = entry.fingerprint.as_ref().map(|fingerprint| &fingerprint.submission);
        if files.is_some() && files == earlier.files.as_ref() {
            return None;
        }
        let then = KeptReport::read(&self.folder, &earlier.person.key).ok()?;
        Some(said(&then, now))
    }
}

/// What stays the same from one submission to the next: the id, or the name where there is none.
fn identity(person: &Person) -> (Option<System>, String) {
    let id = if person.id.is_empty() { &person.key } else { &person.id };
    (person.system, id.clone())
}

fn said(then: &KeptReport, now: &KeptReport) -> String {
    let passed = |report: &KeptReport| -> BTreeMap<String, bool> {
        report.checks().map(|(_, check)| (check.id.clone(), check.status == Status::Passed)).collect()
    };
    let (before, after) = (passed(then), passed(now));
    let turned = |to: bool| -> Vec<String> {
        let has_turned = |id: &String| before.get(id) == Some(&!to) && after.get(id) == Some(&to);
        now.checks()
            .filter(|(_, check)| has_turned(&check.id))
            .map(|(title, check)| named(title, &check.id))
            .collect()
    };
    let mut says = format!(
        "Since your last submission: {} of {} points then, {} of {} now.",
        then.score, then.max_score, now.score, now.max_score
    );
    for (what, checks) in
        [("Passes now, and did not", turned(true)), ("Passed then, and does not now", turned(false))]
    {
        if !checks.is_empty() {
            says += &format!(" {what}: {}.", checks.join("; "));
        }
    }
    says
}

/// A check in words, such as `ReLU, keeps positive values`.
fn named(title: &str, id: &str) -> String {
    format!("{title}, {}", in_words(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(score: u32, checks: &[(&str, &str)]) -> KeptReport {
        let checks: Vec<_> = checks
            .iter()
            .map(|(id, status)| serde_json::json!({"id": id, "points": 0, "status": status}))
            .collect();
        let report = serde_json::json!({
            "score": score, "max_score": 10, "exercises": [{"title": "ReLU", "checks": checks}],
        });
        serde_json::from_value(report).expect("a report")
    }

    #[test]
    fn only_checks_of_both_that_ended_otherwise_are_named() {
        let then = report(
            4,
            &[
                ("relu::a", "passed"),
                ("relu::b_c", "wrong_value"),
                ("relu::d", "panicked"),
                ("relu::gone", "passed"),
            ],
        );
        let now = report(
            6,
            &[
                ("relu::a", "not_judged"),
                ("relu::b_c", "passed"),
                ("relu::d", "panicked"),
                ("relu::new", "passed"),
            ],
        );
        assert_eq!(
            said(&then, &now),
            "Since your last submission: 4 of 10 points then, 6 of 10 now. Passes now, and did not: ReLU, b c. \
             Passed then, and does not now: ReLU, a."
        );
        assert_eq!(said(&now, &now), "Since your last submission: 6 of 10 points then, 6 of 10 now.");
    }
}
