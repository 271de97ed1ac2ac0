//! A whole class: one folder or archive a student in, grades out.
//!
//! - `students`: who handed in what
//! - `archive`: the files of a .zip, without trusting it
//! - `ledger`: what is kept of each student, so that a run that was killed goes on where it was
//! - `sheet`: the grades as a table
//! - `summary`: what to talk about in the next lecture
//! - `progress`: how far it has come

mod archive;
mod ledger;
mod progress;
mod sheet;
mod students;
mod summary;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;

use anyhow::{Context, Result, ensure};

use crate::curves;
use crate::difference::{self, Difference};
use crate::grading::{self, Conditions};
use crate::judge::Limits;
use crate::outcome::Status;
use crate::project::Project;
use crate::render::{self, Page};
use crate::report::Report;
use crate::rubric::{Exercise, Rubric};
use crate::run::{self, Built, Private, Submission, Suite};
use ledger::{Entry, Ledger};
use progress::Progress;
use students::Student;

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
    /// Whether to go on with a run that was interrupted.
    pub resume: bool,
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
    open: impl FnOnce(usize) -> Result<Vec<Private>>,
) -> Result<Summary> {
    let students = students::find(plan.submissions)?;
    let mut ledger = Ledger::open(plan.out, plan.seed, plan.resume)?;
    let suite = run::build_suite(project)?;
    let workshops = open(plan.jobs.clamp(1, students.len()))?;
    let progress = Progress::new(students.len());
    let class = Class { project, rubric, suite, seed: ledger.seed() };
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (done, results) = mpsc::channel();
        for private in &workshops {
            let (done, next, students, class, known) =
                (done.clone(), &next, &students, &class, ledger.known());
            scope.spawn(move || {
                while let Some(student) = students.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let graded = class.grade(private, student, &known);
                    if done.send((student, graded)).is_err() {
                        return; // Writing has failed, and says why.
                    }
                }
            });
        }
        drop(done);
        for (student, graded) in results {
            progress.advance(&student.name, &graded.entry);
            ledger.keep(graded.entry, graded.made.as_ref())?;
            ledger.write_sheets(rubric)?;
        }
        Ok::<_, anyhow::Error>(())
    })?;
    progress.end();
    let entries = ledger.entries();
    ensure!(entries.len() == students.len(), "some students are missing from the grades");
    let summary = Summary::new(rubric, &entries);
    ledger.write("summary.md", (summary.markdown() + &ledger.links()).as_bytes())?;
    ledger.write(PAGE, render::class_page(&summary.page(rubric, ledger.rows())).as_bytes())?;
    Ok(summary)
}

struct Class<'a> {
    project: &'a Project,
    rubric: &'a Rubric,
    suite: Arc<Suite>,
    seed: u64,
}

struct Graded {
    entry: Entry,
    /// None for a student who was graded before, or can't be.
    made: Option<Made>,
}

/// What is made of a submission.
struct Made {
    report: Report,
    page: String,
    differences: Vec<Difference>,
}

impl Class<'_> {
    /// Whatever goes wrong with one student becomes that student's note.
    fn grade(&self, private: &Private, student: &Student, known: &[Entry]) -> Graded {
        let graded = student.read(&self.rubric.exercises).and_then(|submission| {
            let fingerprint = ledger::fingerprint(self.seed, self.rubric, &submission);
            if let Some(entry) = known.iter().find(|entry| entry.is(&student.name, fingerprint)) {
                return Ok(Graded { entry: entry.clone(), made: None });
            }
            let limits = Limits::USUAL;
            let suite = Arc::clone(&self.suite);
            let built =
                run::build_submission(self.project, self.rubric, private, suite, &submission, limits)?;
            let chosen: Vec<&Exercise> = self.rubric.exercises.iter().collect();
            let conditions = Conditions { seed: self.seed, limits, withheld: self.rubric.withheld };
            let report = grading::grade(self.project, "submission", &chosen, &submission, &built, conditions)
                .context("cannot be graded")?;
            let entry = Entry::graded(&student.name, fingerprint, &submission, &report);
            let page = self.page(&student.name, &report, &submission, &built)?;
            let differences = difference::with_reference(self.project, self.rubric, &submission)?;
            Ok(Graded { entry, made: Some(Made { report, page, differences }) })
        });
        graded.unwrap_or_else(|error| Graded {
            entry: Entry::failed(&student.name, self.rubric, &format!("{error:#}")),
            made: None,
        })
    }

    /// The student's page. An exercise that has kept somebody waiting is not asked for its curve: what
    /// would come in time is another thing each time.
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
        Ok(render::page(&Page {
            student: Some(student),
            report,
            curves: &curves,
            written: &submission.files,
        }))
    }
}
