//! One exercise of a report: its verdicts beside what the rubric says of it.

use serde::{Deserialize, Serialize};

use super::needs::leave_unjudged;
use crate::run::{NoWorker, Verdicts};
use grader::compiler::Message;
use grader::diagnose::Diagnosis;
use grader::outcome::{Outcome, Status};
use grader::rubric::{Exercise, Track};
use grader::source_file::SourceFile;

/// What is known of an exercise's last grading.
#[derive(Debug, Clone, Copy)]
pub struct Before {
    /// Points earned.
    pub score: u32,
    /// Whether the file is the same now.
    pub is_same_file: bool,
}

/// One exercise of a report.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ExerciseReport {
    /// Its name in commands.
    pub name: String,
    /// Its name in the lesson.
    pub title: String,
    /// Which points its points count among.
    pub track: Track,
    /// Its place in a crate.
    #[serde(skip)]
    pub source: SourceFile,
    /// The file to open, relative to the workspace or to the submission's folder.
    pub file: String,
    /// The line to open, if the file is there.
    pub line: Option<usize>,
    /// Points earned.
    pub score: u32,
    /// Points there are.
    pub max_score: u32,
    /// How far it has come.
    pub status: Progress,
    /// The first error in rustc's own words, where the file does not compile; empty where they would not help.
    pub compile_error: Option<String>,
    /// How many more errors rustc found.
    pub more_errors: usize,
    /// All of rustc's errors, for those who show them where they are.
    #[serde(skip)]
    pub compiler: Vec<Message>,
    /// What rustc warns of in a file that fails, each with its place.
    pub warnings: Vec<String>,
    /// The slip behind the failures, where one could be named.
    pub diagnosis: Option<Diagnosis>,
    /// The beginning of what the learner's code printed in the call that the first failing check shows; in all
    /// calls of that check, where these can't be told apart.
    pub printed: String,
    /// What it gives a network, in a sentence.
    #[serde(skip)]
    pub gives: String,
    /// Its last grading, where that is known.
    #[serde(skip)]
    pub before: Option<Before>,
    /// In the order of the rubric.
    pub checks: Vec<CheckReport>,
}

/// How far an exercise has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Every check passed.
    Done,
    /// Something is there, and something is wrong.
    Partial,
    /// The body is still a `todo!`.
    #[default]
    NotStarted,
    /// There is no file.
    Missing,
    /// More than one file could be it, and they differ.
    Ambiguous,
    /// The file holds something that is not even compiled.
    Refused,
    /// The file does not compile.
    NotCompiled,
    /// Compiling the file was ended before it was ready.
    NotCompiledInTime,
}

/// One check of a report.
#[derive(Debug, Clone, Serialize)]
pub struct CheckReport {
    /// Such as `relu::keeps_positive_values`.
    pub id: String,
    /// Points earned: all or none.
    pub points: u32,
    /// Points there are.
    pub max_points: u32,
    /// How it ended.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// What to try.
    pub hint: String,
    /// Whether learners have not got it.
    pub hidden: bool,
}

/// What is known of an exercise when all has been run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Finding {
    /// The file to open.
    pub file: String,
    /// The line to open.
    pub line: Option<usize>,
    /// The verdicts, or why there are none.
    pub result: Result<Verdicts, NoWorker>,
    /// The slip behind the failures, where one could be named.
    pub diagnosis: Option<Diagnosis>,
    /// What rustc warns of in the file, each with its place.
    pub warnings: Vec<String>,
}

impl ExerciseReport {
    /// What came of it.
    pub fn new(exercise: &Exercise, finding: Finding) -> Self {
        let (mut verdicts, missing) = match finding.result {
            Ok(verdicts) => (verdicts, None),
            Err(reason) => (Verdicts::default(), Some(reason)),
        };
        let unasked = match &missing {
            None => Outcome::new(Status::GraderError, "no result came back"),
            Some(NoWorker::Missing { why, .. }) => Outcome::new(Status::NoFile, why),
            Some(NoWorker::Ambiguous(files)) => Outcome::new(
                Status::NoFile,
                format!(
                    "{} files could be {}, and they differ: {}",
                    files.len(),
                    exercise.file(),
                    files.join(", ")
                ),
            ),
            Some(NoWorker::Refused(what)) => Outcome::new(Status::Refused, what.clone()),
            Some(NoWorker::DoesNotCompile(_)) => {
                Outcome::new(Status::NotCompiled, "the file does not compile")
            }
            Some(NoWorker::CompilesTooLong(limit)) => Outcome::new(
                Status::NotCompiledInTime,
                format!("the file did not compile in time: {:.0} s were not enough", limit.as_secs_f64()),
            ),
        };
        let mut outcomes: Vec<Outcome> = exercise
            .checks
            .iter()
            .map(|check| verdicts.outcomes.remove(&exercise.id(check)).unwrap_or_else(|| unasked.clone()))
            .collect();
        leave_unjudged(exercise, &mut outcomes);
        let checks: Vec<CheckReport> = exercise
            .checks
            .iter()
            .zip(outcomes)
            .map(|(check, outcome)| {
                let id = exercise.id(check);
                let points = if outcome.status == Status::Passed { check.points } else { 0 };
                let hint = match &missing {
                    Some(NoWorker::Missing { hint: Some(hint), .. }) => hint,
                    _ => outcome.status.advice().unwrap_or(&check.hint),
                };
                let hint = hint.to_owned();
                CheckReport { id, points, max_points: check.points, outcome, hint, hidden: check.hidden }
            })
            .collect();
        let all = |status| checks.iter().all(|check| check.outcome.status == status);
        let mut report = Self {
            name: exercise.name.clone(),
            title: exercise.title.clone(),
            track: exercise.track,
            source: exercise.source(),
            file: finding.file,
            line: finding.line,
            score: checks.iter().map(|check| check.points).sum(),
            max_score: exercise.points(),
            status: match &missing {
                Some(NoWorker::Missing { .. }) => Progress::Missing,
                Some(NoWorker::Ambiguous(_)) => Progress::Ambiguous,
                Some(NoWorker::Refused(_)) => Progress::Refused,
                Some(NoWorker::DoesNotCompile(_)) => Progress::NotCompiled,
                Some(NoWorker::CompilesTooLong(_)) => Progress::NotCompiledInTime,
                None if all(Status::Passed) => Progress::Done,
                None if all(Status::NotImplemented) && finding.diagnosis.is_none() => Progress::NotStarted,
                None => Progress::Partial,
            },
            more_errors: match &missing {
                Some(NoWorker::DoesNotCompile(error)) => error.more,
                _ => 0,
            },
            compiler: match &missing {
                Some(NoWorker::DoesNotCompile(error)) => error.errors.clone(),
                _ => Vec::new(),
            },
            compile_error: match missing {
                Some(NoWorker::DoesNotCompile(error)) => Some(error.words),
                _ => None,
            },
            warnings: finding.warnings,
            diagnosis: finding.diagnosis,
            printed: String::new(),
            gives: exercise.gives.clone(),
            before: None,
            checks,
        };
        // What is explained, or else whatever printed something.
        let first = report.first_failure().map(|check| check.id.clone());
        let printed = match first {
            Some(id) => verdicts.printed.remove(&id),
            None => verdicts.printed.into_values().find(|printed| !printed.trim().is_empty()),
        };
        report.printed = printed.unwrap_or_default();
        report
    }

    /// One that nobody has begun, of which nothing was run.
    pub fn waiting(exercise: &Exercise, file: String, line: Option<usize>) -> Self {
        let open = |check| (exercise.id(check), Outcome::new(Status::NotImplemented, "not implemented yet"));
        let verdicts =
            Verdicts { outcomes: exercise.checks.iter().map(open).collect(), ..Verdicts::default() };
        let finding = Finding { file, line, result: Ok(verdicts), diagnosis: None, warnings: Vec::new() };
        Self::new(exercise, finding)
    }

    /// Whether it is one of the core.
    pub fn is_core(&self) -> bool {
        self.track == Track::Core
    }

    /// Whether every check passes, and not all did when it was last graded.
    pub fn is_newly_done(&self) -> bool {
        self.status == Progress::Done && self.before.is_none_or(|before| before.score < self.max_score)
    }

    /// The first check, in the rubric's order, that did not pass; one that was left out or not judged only where
    /// no other failed.
    pub fn first_failure(&self) -> Option<&CheckReport> {
        let failed = |check: &&CheckReport| check.outcome.status != Status::Passed;
        let ran = |check: &&CheckReport| !matches!(check.outcome.status, Status::NotRun | Status::NotJudged);
        let mut failures = self.checks.iter().filter(failed);
        failures.clone().find(ran).or_else(|| failures.next())
    }

    /// The checks that fail by themselves, beside the first.
    pub fn other_failures(&self) -> impl Iterator<Item = &CheckReport> {
        let first = self.first_failure().map(|check| &check.id);
        let failed =
            |check: &&CheckReport| !matches!(check.outcome.status, Status::Passed | Status::NotJudged);
        self.checks.iter().filter(failed).filter(move |check| Some(&check.id) != first)
    }

    /// The checks that can't be judged, by the reason, in the rubric's order.
    pub fn not_judged(&self) -> Vec<(&str, Vec<&CheckReport>)> {
        let mut reasons: Vec<(&str, Vec<&CheckReport>)> = Vec::new();
        for check in self.checks.iter().filter(|check| check.outcome.status == Status::NotJudged) {
            let why = check.outcome.message.as_str();
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, checks)) => checks.push(check),
                None => reasons.push((why, vec![check])),
            }
        }
        reasons
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use grader::rubric::Check;

    fn exercise() -> Exercise {
        let check =
            |name: &str, points| Check { name: name.into(), points, hint: "try".into(), ..Check::default() };
        Exercise {
            name: "relu".into(),
            title: "ReLU".into(),
            checks: vec![check("a", 3), Check { needs: vec!["a".into()], ..check("b", 4) }],
            ..Exercise::default()
        }
    }

    fn report(outcomes: &[(&str, Status)]) -> ExerciseReport {
        let mut verdicts = Verdicts::default();
        for (id, status) in outcomes {
            verdicts.outcomes.insert(format!("relu::{id}"), Outcome::new(*status, ""));
        }
        let finding = Finding {
            file: "relu.rs".into(),
            line: None,
            result: Ok(verdicts),
            diagnosis: None,
            warnings: Vec::new(),
        };
        ExerciseReport::new(&exercise(), finding)
    }

    #[test]
    fn only_a_pass_earns_points_and_a_missing_result_is_the_graders_fault() {
        let half = report(&[("a", Status::Passed), ("b", Status::TimedOut)]);
        assert_eq!((half.score, half.max_score, half.status), (3, 7, Progress::Partial));
        assert_eq!(half.first_failure().map(|check| check.id.as_str()), Some("relu::b"));

        let basic = report(&[("a", Status::WrongValue), ("b", Status::Panicked)]);
        assert_eq!(basic.checks[1].outcome.status, Status::NotJudged);
        assert_eq!((basic.score, basic.other_failures().count(), basic.not_judged().len()), (0, 0, 1));
        assert_eq!(basic.first_failure().map(|check| check.id.as_str()), Some("relu::a"));
        let judged = report(&[("a", Status::WrongValue), ("b", Status::WrongValue)]);
        assert_eq!(
            (judged.checks[1].outcome.status, judged.other_failures().count()),
            (Status::WrongValue, 1)
        );

        let nothing_ran = report(&[]);
        assert_eq!((nothing_ran.score, nothing_ran.status), (0, Progress::Partial));
        assert!(nothing_ran.checks.iter().all(|check| check.outcome.status == Status::GraderError));

        let done = report(&[("a", Status::Passed), ("b", Status::Passed)]);
        assert_eq!((done.score, done.status), (7, Progress::Done));
        let fresh = report(&[("a", Status::NotImplemented), ("b", Status::NotImplemented)]);
        assert_eq!((fresh.score, fresh.status), (0, Progress::NotStarted));
    }
}
