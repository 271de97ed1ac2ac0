//! A whole class: one folder or archive a student in, grades out.
//!
//! - `students`: who handed in what
//! - `label`, `gradescope`: what course systems say of it
//! - `person`: who a student is, and how the name is shown
//! - `entry`: what became of one student
//! - `fingerprint`: what a verdict depends on
//! - `shard`, `part`, `merge`: a class in parts, for many machines, and the whole of them
//! - `ledger`: what is kept of each student, so that a run that was killed goes on where it was
//! - `kept`, `kept_report`: the same, read back
//! - `file_name`: the names of what is kept
//! - `sheet`: the grades as tables
//! - `policy`: what is taken off for the time of handing in
//! - `earlier`: what has changed since the last submission
//! - `notes`: what students are told of both
//! - `summary`, `markdown`: what to talk about in the next lecture, and who has no grade
//! - `progress`: how far it has come
//! - `side_by_side`: as many threads as the system has

mod earlier;
mod entry;
mod file_name;
mod fingerprint;
mod gradescope;
mod kept;
mod kept_report;
mod label;
mod ledger;
mod markdown;
mod merge;
mod notes;
mod part;
mod person;
mod policy;
mod progress;
mod shard;
mod sheet;
mod side_by_side;
mod students;
mod summary;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::{self, Builder};

use anyhow::{Context, Result, ensure};

use crate::difference::{self, Difference};
use earlier::Earlier;
use entry::{Entry, Status as Standing};
use fingerprint::Fingerprint;
use grader::judge::Limits;
use grader::outcome::Status;
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};
use grader::trouble::Trouble;
use ledger::Ledger;
use part::{PART, Part};
use pictures::page::{Page, page};
use policy::Policy;
use progress::Progress;
use side_by_side::start_some;
use student::chosen::chosen;
use student::curves;
use student::grading;
use student::report::{Origin, Report};
use student::run::{self, BuildWorkspace, Built, Setup, Suite};
use student::submission::Submission;
use students::{Found, Stray, Student};

pub use file_name::file_name;
pub use kept::{Grade, Kept, kept};
pub use label::System;
pub use merge::{MergePlan, Merged, merge};
pub use person::Person;
pub use shard::Shard;
pub use students::{Handed, find};
pub use summary::Summary;

/// The instructor's page, in the folder of grades.
pub const PAGE: &str = "instructor/index.html";

/// How a class is to be graded.
#[derive(Debug)]
pub struct Plan<'a> {
    /// One folder or archive a student.
    pub submissions: &'a Path,
    /// Where the grades go.
    pub out: &'a Path,
    /// How many students to grade at a time.
    pub jobs: usize,
    /// The seed of everything that is drawn; drawn itself if none is named.
    pub seed: Option<u64>,
    /// Which part of the class to grade; everyone if none is named.
    pub shard: Option<Shard>,
    /// Whether to go on with a run that was interrupted.
    pub resume: bool,
    /// What is taken off for the time of handing in; as in the run that is gone on with, if none is named.
    pub policy: Option<&'a Path>,
    /// The grades of an earlier submission; likewise.
    pub earlier: Option<&'a Path>,
}

/// Grades everyone and writes what comes of it as it goes.
///
/// `open` makes that many private workspaces.
///
/// # Errors
/// Where there is nobody to grade, `out` holds another run's grades or can't be written, or something
/// that no student writes can't be built. One student's trouble is no error: it stands in the note.
pub fn grade(
    project: &Project,
    rubric: &Rubric,
    plan: &Plan,
    open: impl FnOnce(usize) -> Result<Vec<BuildWorkspace>>,
) -> Result<Summary> {
    let Found { mut students, strays } = students::find(plan.submissions, &rubric.exercises)?;
    let everyone: Vec<Person> = students.iter().map(|student| student.person.clone()).collect();
    // Only now: how a student is told from namesakes follows from the whole class.
    students.retain(|student| plan.shard.is_none_or(|shard| shard.holds(&student.person.key)));
    let policy = match plan.policy {
        Some(path) => Some(Policy::read(path)?),
        None => Policy::kept(plan.out)?,
    };
    let earlier = Earlier::open(plan.earlier, plan.out)?;
    let mut ledger = Ledger::open(plan.out, plan.seed, plan.shard, plan.resume)?;
    let suite = run::build_suite(project, rubric)?;
    // A shard of a small class may have nobody.
    let workshops = if students.is_empty() { Vec::new() } else { open(plan.jobs.clamp(1, students.len()))? };
    // Nothing is written before this, so that a run that was refused leaves nothing behind.
    let conditions = fingerprint::conditions(project, rubric, ledger.seed())?;
    let keys: BTreeSet<&str> = students.iter().map(|student| student.person.key.as_str()).collect();
    let withdrawn = ledger.begin(&keys)?;
    let known = ledger.known();
    let people: Vec<&Person> = students.iter().map(|student| &student.person).collect();
    let mut remarks = remarks(&withdrawn, &known, &keys, &conditions);
    remarks.extend(policy.iter().filter_map(|policy| policy.remark(&people)));
    ledger.apply(policy)?;
    earlier.iter().try_for_each(|earlier| earlier.keep(plan.out))?;
    let progress = Progress::new(students.len());
    let class = Class { project, rubric, suite, seed: ledger.seed(), conditions, known };
    let mut trouble: Option<Trouble> = None;
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (done, results) = mpsc::channel();
        let work = workshops.iter().map(|workspace| {
            let (done, next, students, class) = (done.clone(), &next, &students, &class);
            move || {
                while let Some(student) = students.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if done.send(class.grade(workspace, student)).is_err() {
                        return; // Writing has failed, and says why.
                    }
                }
            }
        });
        start_some(scope, work, Builder::new)?;
        drop(done);
        for graded in results {
            progress.advance(&graded.entry);
            trouble = trouble.into_iter().chain(graded.trouble).min();
            ledger.keep(graded.entry, graded.made.as_ref())?;
            ledger.write_sheets_at_times(rubric)?;
        }
        Ok::<_, anyhow::Error>(())
    })?;
    progress.end();
    ensure!(ledger.entries().len() == students.len(), "some students are missing from the grades");
    let summary = write_whole(&ledger, rubric, strays.clone(), earlier.as_ref())?;
    if let Some(shard) = plan.shard {
        let part = Part {
            shard,
            seed: class.seed,
            conditions: class.conditions,
            class: everyone,
            strays,
            entries: ledger.entries().into_iter().cloned().collect(),
            files: part::files_of(plan.out, &keys)?,
        };
        ledger.write(PART, &serde_json::to_vec(&part)?)?;
    }
    Ok(Summary { remarks, trouble, ..summary })
}

/// Writes what is about the class as a whole.
fn write_whole(
    ledger: &Ledger,
    rubric: &Rubric,
    strays: Vec<Stray>,
    earlier: Option<&Earlier>,
) -> Result<Summary> {
    ledger.write_sheets(rubric)?;
    ledger.write_checks(rubric)?;
    ledger.write_notes(earlier)?;
    let entries = ledger.entries();
    let summary = Summary { unsettled: ledger.unsettled(), ..Summary::new(rubric, &entries, strays) };
    ledger.write(ledger::SUMMARY, markdown::markdown(&summary, &entries).as_bytes())?;
    ledger.write(PAGE, crate::render::class_page(&summary.page(rubric, &entries)).as_bytes())?;
    Ok(summary)
}

/// How many names are listed in a remark; more are counted.
const MOST_NAMED: usize = 10;

/// Remarks on the earlier run that `--resume` continues.
fn remarks(
    withdrawn: &[String],
    known: &BTreeMap<String, Entry>,
    keys: &BTreeSet<&str>,
    conditions: &str,
) -> Vec<String> {
    let mut remarks = Vec::new();
    if !withdrawn.is_empty() {
        let more = withdrawn.len().saturating_sub(MOST_NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let names = withdrawn[..withdrawn.len().min(MOST_NAMED)].join(", ");
        remarks.push(format!("No longer handed in, and moved to `withdrawn`: {names}{more}."));
    }
    let is_outdated = |entry: &&Entry| {
        let graded = entry.fingerprint.as_ref();
        keys.contains(entry.person.key.as_str())
            && graded.is_some_and(|graded| graded.conditions != conditions)
    };
    let outdated = known.values().filter(is_outdated).count();
    if outdated > 0 {
        remarks.push(format!(
            "Graded anew: {outdated} of the earlier run. The suite has changed since: its checks, points or tables, the \
             grader, or the compiler."
        ));
    }
    remarks
}

struct Class<'a> {
    project: &'a Project,
    rubric: &'a Rubric,
    suite: Arc<Suite>,
    seed: u64,
    conditions: String,
    known: Arc<BTreeMap<String, Entry>>,
}

struct Graded {
    entry: Entry,
    /// None for a student who was graded before, or can't be.
    made: Option<Made>,
    /// What kept the grader from judging all of it, where something did.
    trouble: Option<Trouble>,
}

/// What is made of a submission.
struct Made {
    report: Report,
    page: String,
    differences: Vec<Difference>,
}

impl Class<'_> {
    /// Whatever goes wrong with one student becomes that student's note.
    fn grade(&self, workspace: &BuildWorkspace, student: &Student) -> Graded {
        let person = &student.person;
        let without = |status, error: &anyhow::Error| {
            Entry::without_report(person, self.rubric, status, &format!("{error:#}"))
        };
        let submission = match student.read(&self.rubric.exercises) {
            Ok(submission) => submission,
            // Whether the machine can't read it, or nobody could.
            Err(error) => {
                let trouble = Some(Trouble::of(&error)).filter(|trouble| *trouble != Trouble::Unknown);
                let status = if trouble.is_some() { Standing::Unjudged } else { Standing::Failed };
                return Graded { entry: without(status, &error), made: None, trouble };
            }
        };
        let graded = || {
            let fingerprint = Fingerprint {
                conditions: self.conditions.clone(),
                submission: fingerprint::submission(&submission)?,
            };
            let known = self.known.get(&person.key);
            if let Some(known) = known.filter(|known| known.fingerprint.as_ref() == Some(&fingerprint)) {
                return Ok(Graded { entry: known.of(person), made: None, trouble: None });
            }
            let setup =
                Setup { project: self.project, rubric: self.rubric, limits: Limits::USUAL, seed: self.seed };
            let built = run::build_submission(setup, workspace, Arc::clone(&self.suite), &submission)?;
            let chosen = chosen(self.project, self.rubric, &[], &submission)?;
            let report = grading::grade(setup, Origin::Submission, &chosen, &submission, &built)
                .context("cannot be graded")?;
            let entry = Entry::graded(person, fingerprint, self.rubric, &submission, &report);
            let page = self.page(&person.name, &report, &submission, &built)?;
            let differences = difference::with_reference(self.project, self.rubric, &submission)?;
            // The suite did not come to its end, which is what happens where the system ends it.
            let trouble = (entry.status == Standing::Unjudged).then_some(Trouble::Passing);
            Ok(Graded { entry, made: Some(Made { report, page, differences }), trouble })
        };
        graded().unwrap_or_else(|error: anyhow::Error| Graded {
            entry: without(Standing::Unjudged, &error),
            made: None,
            trouble: Some(Trouble::of(&error)),
        })
    }

    /// The student's page. Exercises that timed out get no curve: which points arrive before the deadline is
    /// not reproducible.
    fn page(&self, student: &str, report: &Report, submission: &Submission, built: &Built) -> Result<String> {
        let is_prompt = |exercise: &&Exercise| {
            let graded = report.exercises.iter().find(|graded| graded.name == exercise.name);
            let waited = [Status::TimedOut, Status::NotRun];
            graded.is_some_and(|graded| {
                graded.checks.iter().all(|check| !waited.contains(&check.outcome.status))
            })
        };
        let chosen: Vec<&Exercise> = self.rubric.exercises.iter().filter(is_prompt).collect();
        let curves = curves::trace(self.project, &chosen, built, &|_| Limits::USUAL)?;
        Ok(page(&Page { student: Some(student), report, curves: &curves, written: &submission.files }))
    }
}
