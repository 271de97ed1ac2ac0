//! What is kept of a student's verdicts: all that takes a run to find out, and what it was found out from.
//!
//! A report and a page are made of this and the rubric alone, so another hint or other points need no run. It is also
//! what an appeal is about: the files, the seed and the digests give the same verdicts again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::key::{Change, Key};
use crate::class::grades::file_name::file_name;
use grader::diagnose::misconceptions;
use grader::outcome::{Outcome, Status};
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};
use student::curves::Asked;
use student::report::Finding;
use student::run::{NoWorker, Sandbox, Verdicts};
use student::submission::Submission;

/// A student's verdicts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Record {
    /// Who it is, by the student's key.
    pub student: String,
    /// A digest of what was handed in.
    pub files: String,
    /// What else the verdicts depend on.
    pub key: Key,
    /// What was handed in.
    pub submission: Submission,
    /// What the code was compiled in.
    pub sandbox: Option<Sandbox>,
    /// By the exercise's name.
    pub exercises: BTreeMap<String, ExerciseRecord>,
}

/// What was found out of one exercise.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExerciseRecord {
    /// How its checks ended, by themselves: what can't be judged beside others is left to the report.
    #[serde(flatten)]
    pub finding: Finding,
    /// Whether the diagnosis is a misconception of the suite, whose sentence may change.
    pub is_misconception: bool,
    /// What its curve is drawn of; none where it was not asked.
    pub curve: Option<Asked>,
}

impl ExerciseRecord {
    /// Keeps a finding.
    ///
    /// # Errors
    /// Where the misconceptions can't be read.
    pub fn new(project: &Project, exercise: &Exercise, finding: Finding) -> Result<Self> {
        let is_misconception = match &finding.diagnosis {
            Some(found) => misconceptions(&project.suite(), exercise, None)?
                .iter()
                .any(|known| known.key == found.key && known.says == found.says),
            None => false,
        };
        Ok(Self { finding, is_misconception, curve: None })
    }

    /// The same, with the sentence that the suite has by now for a misconception.
    ///
    /// # Errors
    /// Where the misconceptions can't be read.
    pub fn in_words_of_now(&self, project: &Project, exercise: &Exercise) -> Result<Self> {
        let mut kept = self.clone();
        if let Some(diagnosis) = kept.finding.diagnosis.as_mut().filter(|_| kept.is_misconception) {
            let known = misconceptions(&project.suite(), exercise, None)?;
            let same = known.into_iter().find(|known| known.key == diagnosis.key);
            diagnosis.says =
                same.context("a misconception is gone without a trace in the exercise's key")?.says;
        }
        Ok(kept)
    }

    /// How a check ended, by its id; none where there was nobody to ask.
    pub fn outcome(&self, id: &str) -> Option<&Outcome> {
        self.finding.result.as_ref().ok()?.outcomes.get(id)
    }

    /// The one word for how a check ended, by its id, whether or not there was anybody to ask.
    pub fn status(&self, id: &str) -> Option<Status> {
        match &self.finding.result {
            Ok(_) => self.outcome(id).map(|outcome| outcome.status),
            Err(NoWorker::Missing { .. } | NoWorker::Ambiguous(_)) => Some(Status::NoFile),
            Err(NoWorker::Refused(_)) => Some(Status::Refused),
            Err(NoWorker::DoesNotCompile(_)) => Some(Status::NotCompiled),
            Err(NoWorker::CompilesTooLong(_)) => Some(Status::NotCompiledInTime),
        }
    }

    /// Whether its time ran out somewhere: then each verdict depends on what was run beside it.
    pub fn is_timed(&self) -> bool {
        let runs_out = |verdicts: &Verdicts| {
            verdicts
                .outcomes
                .values()
                .any(|outcome| matches!(outcome.status, Status::TimedOut | Status::NotRun))
        };
        match &self.finding.result {
            Ok(verdicts) => runs_out(verdicts),
            Err(why) => matches!(why, NoWorker::CompilesTooLong(_)),
        }
    }
}

/// What has to run of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// Nothing: every verdict stands.
    Nothing,
    /// These checks, by name.
    Checks(Vec<String>),
    /// All of them.
    Whole,
}

/// Where the verdicts of each student lie in a folder of grades.
pub const VERDICTS: &str = "instructor/verdicts";

impl Record {
    /// The verdicts of a student in a folder of grades; none where they can't be read, and have to be found out again.
    pub fn of(grades: &Path, student: &str) -> Option<Self> {
        let path = grades.join(VERDICTS).join(format!("{}.json", file_name(student)));
        serde_json::from_slice(&fs::read(path).ok()?).ok()
    }

    /// Whether it has verdicts of an exercise.
    pub fn has(&self, exercise: &str) -> bool {
        self.exercises.contains_key(exercise)
    }

    /// The verdicts that a file holds.
    ///
    /// # Errors
    /// Where it can't be read, or holds none.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_slice(&text).ok().with_context(|| {
            format!(
                "`{}` holds nobody's verdicts\nhint: they are in `{VERDICTS}` of a folder of grades",
                path.display()
            )
        })
    }

    /// What has to run of an exercise. Where time ran out, verdicts depend on each other, and all of them are due where
    /// one is. Where there is nobody to ask, because the file is missing or does not compile, no check can change that.
    pub fn due(&self, exercise: &Exercise, now: &Key, files: &str) -> Due {
        let Some(kept) = self.exercises.get(&exercise.name) else { return Due::Whole };
        let change = |name: &str| now.change(&self.key, &exercise.name, name);
        let changes: Vec<(&str, Change)> =
            exercise.checks.iter().map(|check| (check.name.as_str(), change(&check.name))).collect();
        let is_same_grader = [&self.key.compiler, &self.key.grader] == [&now.compiler, &now.grader];
        if self.files != files || self.key.seed != now.seed || !is_same_grader {
            return Due::Whole;
        }
        let verdicts = match &kept.finding.result {
            Ok(verdicts) => verdicts,
            Err(_) => return Due::Nothing,
        };
        let is_broken =
            |id: &str| verdicts.outcomes.get(id).is_none_or(|outcome| outcome.status == Status::GraderError);
        if changes.iter().any(|(_, change)| *change == Change::Table) {
            return Due::Whole;
        }
        let due = changes.iter().filter(|(name, change)| {
            *change != Change::Nothing || is_broken(&format!("{}::{name}", exercise.name))
        });
        let due: Vec<String> = due.map(|(name, _)| (*name).to_owned()).collect();
        match due.len() {
            0 => Due::Nothing,
            some if some == exercise.checks.len() || kept.is_timed() => Due::Whole,
            _ => Due::Checks(due),
        }
    }

    /// The findings of the rubric's exercises, in its order.
    pub fn findings<'a>(&self, rubric: &'a Rubric) -> Vec<(&'a Exercise, Finding)> {
        let kept =
            |exercise: &'a Exercise| Some((exercise, self.exercises.get(&exercise.name)?.finding.clone()));
        rubric.exercises.iter().filter_map(kept).collect()
    }
}
