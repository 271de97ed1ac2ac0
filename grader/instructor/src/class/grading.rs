//! From a student's submission to all that is written of it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use super::grades::entry::{Entry, Status as Standing};
use super::students::Student;
use super::students::person::Person;
use super::verdicts::alarm::Alarm;
use super::verdicts::fingerprint::{self, Fingerprint, Workspace};
use super::verdicts::judge::{Extent, Judged};
use super::verdicts::key::Key;
use super::verdicts::ran::Ran;
use super::verdicts::record::Record;
use crate::difference::{self, Difference};
use grader::judge::Reference;
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};
use grader::trouble::Trouble;
use pictures::page::{Page, page};
use student::curves::{self, Curve};
use student::grading;
use student::report::{Origin, Report};
use student::run::{self, BuildWorkspace, Setup, Suite};

/// What all students of a class are graded with.
pub struct Class<'a> {
    /// The workspace.
    pub project: &'a Project,
    /// The exercises, with the points of this class.
    pub rubric: &'a Rubric,
    /// The built suite.
    pub suite: Arc<Suite>,
    /// What decides verdicts by now.
    pub key: Key,
    /// The digest of all that a grade depends on beside the submission.
    pub conditions: String,
    /// What each exercise should compute, by its name.
    pub references: BTreeMap<String, Reference>,
}

/// What became of a student, and what it took.
pub struct Graded {
    /// The line of the student.
    pub entry: Entry,
    /// None for a student who was graded before, or can't be.
    pub made: Option<Made>,
    /// Whether there was a report before.
    pub is_known: bool,
    /// Whether there was a grade before.
    pub was_graded: bool,
    /// What was run.
    pub ran: Ran,
    /// Verdicts that are others for no reason.
    pub alarms: Vec<Alarm>,
    /// What kept the grader from judging all of it, where something did.
    pub trouble: Option<Trouble>,
}

/// What is made of a submission.
pub struct Made {
    /// The report.
    pub report: Report,
    /// The same as a page.
    pub page: String,
    /// The submission beside the reference.
    pub differences: Vec<Difference>,
    /// The verdicts, and all that gives them again.
    pub record: Record,
}

impl<'a> Class<'a> {
    /// Reads and builds what a class is graded with.
    ///
    /// # Errors
    /// Where something can't be read, or the suite can't be built.
    pub fn new(project: &'a Project, rubric: &'a Rubric, seed: u64) -> Result<Self> {
        let read =
            |exercise: &Exercise| Ok((exercise.name.clone(), Reference::read(project, exercise, None)?));
        let workspace = Workspace::read(project)?;
        Ok(Self {
            project,
            rubric,
            suite: run::build_suite(project, rubric)?,
            key: Key::read(project, &workspace, rubric, seed)?,
            conditions: workspace.conditions(rubric, seed),
            references: rubric.exercises.iter().map(read).collect::<Result<_>>()?,
        })
    }

    /// Grades a student, of whom `known` and `folder` may hold an earlier grade. Whatever goes wrong with one student
    /// becomes that student's note.
    pub fn grade(
        &self,
        workspace: &BuildWorkspace,
        student: &Student,
        known: &BTreeMap<String, Entry>,
        folder: &Path,
    ) -> Graded {
        let person = &student.person;
        let known = known.get(&person.key).filter(|known| known.has_report);
        let is_known = known.is_some();
        let was_graded = known.is_some_and(|known| known.status == Standing::Graded);
        let without = |status, error: &anyhow::Error, trouble| {
            let entry = Entry::without_report(person, self.rubric, status, &format!("{error:#}"));
            Graded { trouble, ..Graded::as_known(entry) }
        };
        let submission = match student.read(&self.rubric.exercises) {
            Ok(submission) => submission,
            // Whether the machine can't read it, or nobody could.
            Err(error) => {
                let trouble = Some(Trouble::of(&error)).filter(|trouble| *trouble != Trouble::Unknown);
                let status = if trouble.is_some() { Standing::Unjudged } else { Standing::Failed };
                return without(status, &error, trouble);
            }
        };
        let graded = || {
            let files = fingerprint::submission(&submission)?;
            let fingerprint = Fingerprint { conditions: self.conditions.clone(), submission: files.clone() };
            if let Some(known) = known.filter(|known| known.fingerprint.as_ref() == Some(&fingerprint)) {
                return Ok(Graded::as_known(known.of(person)));
            }
            let earlier = known.and_then(|known| Record::of(folder, &known.person.key));
            let judged = self.judge(workspace, &person.key, submission, &files, earlier, Extent::Due)?;
            let (entry, made) = self.made(person, judged.record)?;
            // The suite did not come to its end, which is what happens where the system ends it.
            let trouble = (entry.status == Standing::Unjudged).then_some(Trouble::Passing);
            let Judged { ran, alarms, .. } = judged;
            Ok(Graded { entry, made: Some(made), is_known, was_graded, ran, alarms, trouble })
        };
        graded().unwrap_or_else(|error: anyhow::Error| {
            without(Standing::Unjudged, &error, Some(Trouble::of(&error)))
        })
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
            Some(curves::curve(exercise, self.references.get(&exercise.name)?, asked))
        });
        let curves: Vec<Curve> = drawn.collect();
        let written = &kept.submission.files;
        let page = page(&Page { student: Some(&person.name), report: &report, curves: &curves, written });
        let differences = difference::with_reference(self.project, self.rubric, &kept.submission)?;
        Ok((entry, Made { report, page, differences, record: kept }))
    }
}

impl Graded {
    /// Nothing was run, and nothing is to be written but the entry.
    fn as_known(entry: Entry) -> Self {
        Self {
            entry,
            made: None,
            is_known: true,
            was_graded: false,
            ran: Ran::default(),
            alarms: Vec::new(),
            trouble: None,
        }
    }
}
