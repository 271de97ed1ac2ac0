//! From a submission to its verdicts: what has to run is run, and every other verdict stands.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context, Result};

use super::fingerprint::Fingerprint;
use super::key::{Change, Key};
use super::record::{Due, ExerciseRecord, Record};
use crate::class::grades::entry::Entry;
use crate::class::grading::{Class, Made};
use crate::class::students::person::Person;
use crate::difference;
use grader::judge::Limits;
use grader::outcome::Status;
use grader::rubric::Exercise;
use pictures::page::{Page, page};
use student::chosen::chosen;
use student::curves;
use student::grading::{self, Run};
use student::report::{Finding, Origin, Report};
use student::run::{self, BuildWorkspace, Setup, Verdicts};
use student::submission::Submission;

/// What was run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ran {
    /// How many students' code was built.
    pub builds: usize,
    /// How many checks were run.
    pub checks: usize,
    /// How many workers were started for checks.
    pub workers: usize,
}

impl std::ops::AddAssign for Ran {
    fn add_assign(&mut self, other: Self) {
        self.builds += other.builds;
        self.checks += other.checks;
        self.workers += other.workers;
    }
}

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

/// A student's verdicts, and what they took.
#[derive(Debug)]
pub struct Judged {
    /// The verdicts.
    pub record: Record,
    /// What was run.
    pub ran: Ran,
    /// Verdicts that are others for no reason.
    pub alarms: Vec<Alarm>,
}

/// Which of what is due is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent<'a> {
    /// What has changed.
    Due,
    /// Of that, these checks, by their ids.
    Only(&'a BTreeSet<String>),
    /// Everything, to see whether verdicts stay.
    Everything,
}

impl Class<'_> {
    /// Judges a submission; `earlier` are the student's verdicts so far.
    ///
    /// # Errors
    /// Where it can't be built or graded.
    pub fn judge(
        &self,
        workspace: &BuildWorkspace,
        student: &str,
        submission: Submission,
        files: &str,
        earlier: Option<Record>,
        extent: Extent<'_>,
    ) -> Result<Judged> {
        let setup = self.setup();
        let now = match (extent, &earlier) {
            (Extent::Only(checks), Some(earlier)) => self.key.only(&earlier.key, checks)?,
            _ => self.key.clone(),
        };
        let chosen = chosen(self.project, self.rubric, &[], &submission)?;
        let due = |exercise: &Exercise| match &earlier {
            Some(earlier) if extent != Extent::Everything => earlier.due(exercise, &now, files),
            _ => Due::Whole,
        };
        let due: Vec<(&Exercise, Due)> = chosen.iter().map(|exercise| (*exercise, due(exercise))).collect();
        let mut ran = Ran::default();
        let mut alarms = Vec::new();
        let mut exercises: BTreeMap<String, ExerciseRecord> = BTreeMap::new();
        let mut sandbox = earlier.as_ref().and_then(|earlier| earlier.sandbox.clone());
        let mut built = None;
        if due.iter().any(|(_, due)| *due != Due::Nothing) {
            let made = run::build_submission(setup, workspace, Arc::clone(&self.suite), &submission)?;
            sandbox.clone_from(&made.sandbox);
            ran.builds = 1;
            built = Some(made);
        }
        let mut fresh = BTreeSet::new();
        if let Some(built) = &built {
            let find = |due: &[(&Exercise, Due)], ran: &mut Ran| -> Result<Vec<(String, ExerciseRecord)>> {
                let runs = due.iter().map(|(exercise, due)| self.run(exercise, due, earlier.as_ref()));
                let found = grading::find_all(setup, &runs.collect::<Vec<_>>(), &submission, built)
                    .context("cannot be graded")?;
                let all = due.iter().zip(found).map(|((exercise, due), finding)| {
                    ran.count(exercise, due, &finding);
                    Ok((exercise.name.clone(), ExerciseRecord::new(self.project, exercise, finding)?))
                });
                all.collect()
            };
            let wanted: Vec<(&Exercise, Due)> =
                due.iter().filter(|(_, due)| *due != Due::Nothing).cloned().collect();
            exercises.extend(find(&wanted, &mut ran)?);
            // A check that was run alone had the time of all.
            let is_late =
                |exercise: &Exercise| exercises.get(&exercise.name).is_some_and(ExerciseRecord::is_timed);
            let late = wanted.iter().filter(|(exercise, due)| *due != Due::Whole && is_late(exercise));
            let late: Vec<(&Exercise, Due)> = late.map(|(exercise, _)| (*exercise, Due::Whole)).collect();
            exercises.extend(find(&late, &mut ran)?);
            for (exercise, due) in wanted {
                let is_whole = due == Due::Whole || late.iter().any(|(other, _)| other.name == exercise.name);
                if let Some(earlier) = earlier.as_ref().filter(|earlier| is_whole && earlier.files == files) {
                    alarms.extend(hold_to(earlier, &now, exercise, &mut exercises));
                }
                if is_whole {
                    fresh.insert(exercise.name.as_str());
                }
            }
        }
        for (exercise, _) in &due {
            let known = earlier.as_ref().and_then(|earlier| earlier.exercises.get(&exercise.name));
            let Some(known) = known.filter(|_| !fresh.contains(exercise.name.as_str())) else { continue };
            match exercises.get_mut(&exercise.name) {
                Some(kept) => kept.curve.clone_from(&known.curve),
                None => {
                    let known = known.in_words_of_now(self.project, exercise)?;
                    exercises.insert(exercise.name.clone(), known);
                }
            }
        }
        let mut key = now;
        key.exercises.retain(|name, _| exercises.contains_key(name));
        let mut kept = Record {
            student: student.to_owned(),
            files: files.to_owned(),
            key,
            submission,
            sandbox,
            exercises,
        };
        if let Some(built) = &built {
            let report = self.report(&kept);
            let asked: Vec<&Exercise> = chosen
                .into_iter()
                .filter(|exercise| fresh.contains(exercise.name.as_str()) && is_prompt(&report, exercise))
                .collect();
            let answers = curves::ask(self.project, &asked, built, &|_| Limits::USUAL)?;
            for (exercise, answers) in asked.iter().zip(answers) {
                kept.exercises.entry(exercise.name.clone()).and_modify(|kept| kept.curve = Some(answers));
            }
        }
        Ok(Judged { record: kept, ran, alarms })
    }

    fn setup(&self) -> Setup<'_> {
        Setup { project: self.project, rubric: self.rubric, limits: Limits::USUAL, seed: self.key.seed }
    }

    fn run<'a>(&self, exercise: &'a Exercise, due: &Due, earlier: Option<&Record>) -> Run<'a> {
        let Due::Checks(names) = due else { return Run::whole(exercise) };
        let verdicts =
            earlier.and_then(|earlier| earlier.exercises.get(&exercise.name)?.finding.result.clone().ok());
        Run { exercise, checks: Some(names.iter().cloned().collect()), earlier: verdicts.unwrap_or_default() }
    }

    /// What decides the verdicts of somebody by now.
    pub fn key_of(&self, kept: &Record) -> Key {
        let mut key = self.key.clone();
        key.exercises.retain(|name, _| kept.exercises.contains_key(name));
        key
    }

    /// The report that the verdicts come to by the rubric as it is.
    pub fn report(&self, kept: &Record) -> Report {
        let findings = kept.findings(self.rubric);
        let setup = Setup { seed: kept.key.seed, ..self.setup() };
        grading::report(setup, Origin::Submission, findings, &kept.submission, kept.sandbox.clone())
    }

    /// Makes all that is written of a student, without a run.
    ///
    /// # Errors
    /// Where the suite or the reference can't be read.
    pub fn made(&self, person: &Person, kept: Record) -> Result<(Entry, Made)> {
        let report = self.report(&kept);
        let fingerprint = Fingerprint { conditions: self.conditions.clone(), submission: kept.files.clone() };
        let entry = Entry::graded(person, fingerprint, self.rubric, &kept.submission, &report);
        let drawn = self.rubric.exercises.iter().filter_map(|exercise| {
            let asked = kept.exercises.get(&exercise.name)?.curve.as_ref()?;
            Some(curves::curve(self.project, exercise, asked))
        });
        let curves = drawn.collect::<Result<Vec<_>>>()?;
        let written = &kept.submission.files;
        let page = page(&Page { student: Some(&person.name), report: &report, curves: &curves, written });
        let differences = difference::with_reference(self.project, self.rubric, &kept.submission)?;
        Ok((entry, Made { report, page, differences, record: kept }))
    }
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

impl Ran {
    /// In a sentence.
    pub fn words(&self) -> String {
        match self {
            Self { checks: 0, .. } => "Nothing had to run: what decides a verdict is as it was.".to_owned(),
            Self { builds, checks, workers } => format!(
                "Run again: {checks} {} of {builds} {}, in {workers} workers; every other verdict stands.",
                if *checks == 1 { "check" } else { "checks" },
                if *builds == 1 { "student" } else { "students" },
            ),
        }
    }

    fn count(&mut self, exercise: &Exercise, due: &Due, finding: &Finding) {
        let Ok(Verdicts { starts, .. }) = &finding.result else { return };
        self.workers += starts;
        self.checks += match due {
            Due::Nothing => 0,
            Due::Checks(names) => names.len(),
            Due::Whole => exercise.checks.len(),
        };
    }
}

/// Holds what was run again to what it was before: where nothing that decides it has changed, the earlier verdict
/// stands, and another one is an alarm.
fn hold_to(
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

/// Exercises that timed out get no curve: which points arrive before the deadline is not reproducible.
fn is_prompt(report: &Report, exercise: &Exercise) -> bool {
    let waited = [Status::TimedOut, Status::NotRun];
    let graded = report.exercises.iter().find(|graded| graded.name == exercise.name);
    graded.is_some_and(|graded| graded.checks.iter().all(|check| !waited.contains(&check.outcome.status)))
}
