//! Many submissions, as many at a time as there are workspaces to build them in.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::{self, Builder};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use grader::judge::Limits;
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};
use student::grading;
use student::report::{Origin, Report};
use student::run::{self, BuildWorkspace, Built, Setup};
use student::submission::Submission;

/// Something to grade.
pub struct Job<T> {
    /// What is graded; handed back with the report.
    pub what: T,
    /// What to call it where it can't be graded.
    pub label: String,
    /// Its files.
    pub submission: Submission,
    /// The exercises to grade, by name.
    pub exercises: Vec<String>,
    /// Whether its files are looked through before they are compiled.
    pub is_checked: bool,
    /// How long to wait for it.
    pub limits: Limits,
}

/// Something that has been graded.
pub struct Graded<'a, T> {
    /// What it is.
    pub what: &'a T,
    /// The seed it was graded with.
    pub seed: u64,
    /// What came of it.
    pub report: Report,
    /// How long building it took, all attempts together.
    pub building: Duration,
    /// How long grading it took.
    pub grading: Duration,
}

/// Grades all jobs, one at a time in each workspace, and hands each report to `each`, in the jobs' order. A job is built
/// once, and graded with each of the seeds. Counterexamples are proved to be the smallest.
///
/// # Errors
/// Where one can't be built or graded, or `each` fails.
pub fn run<T: Send>(
    project: &Project,
    rubric: &Rubric,
    workspaces: &[BuildWorkspace],
    jobs: Vec<Job<T>>,
    seeds: &[u64],
    mut each: impl FnMut(Graded<T>) -> Result<()>,
) -> Result<()> {
    let suite = Arc::new(Arc::unwrap_or_clone(run::build_suite(project, rubric)?).proving());
    let jobs = Mutex::new(jobs.into_iter().enumerate());
    let (graded, all) = mpsc::channel();
    thread::scope(|scope| {
        for workspace in workspaces {
            let (jobs, suite, graded) = (&jobs, &suite, graded.clone());
            let next = move || jobs.lock().unwrap_or_else(PoisonError::into_inner).next();
            let grading = Builder::new().spawn_scoped(scope, move || {
                while let Some((place, job)) = next() {
                    let start = Instant::now();
                    let build = if job.is_checked { run::build_submission } else { run::build_unchecked };
                    let setup = Setup { project, rubric, limits: job.limits, seed: 0 };
                    let built = build(setup, workspace, Arc::clone(suite), &job.submission);
                    let building = start.elapsed();
                    let reports: Result<Vec<_>> = built.and_then(|built| {
                        seeds.iter().map(|&seed| grade(Setup { seed, ..setup }, &job, &built)).collect()
                    });
                    let reports = reports.with_context(|| job.label.clone());
                    if graded.send((place, job.what, building, reports)).is_err() {
                        return; // Another one could not be graded, and that has been said.
                    }
                }
            });
            grading.context("cannot grade\nhint: this machine may be out of threads")?;
        }
        drop(graded);
        let mut waiting = BTreeMap::new();
        let mut turn = 0;
        for (place, what, building, reports) in all {
            waiting.insert(place, (what, building, reports));
            while let Some((what, building, reports)) = waiting.remove(&turn) {
                turn += 1;
                for (seed, report, grading) in reports? {
                    each(Graded { what: &what, seed, report, building, grading })?;
                }
            }
        }
        Ok(())
    })
}

/// The report of a job by the setup's seed, which is handed back, and how long that took.
fn grade<T>(setup: Setup, job: &Job<T>, built: &Built) -> Result<(u64, Report, Duration)> {
    let start = Instant::now();
    let is_chosen = |exercise: &&Exercise| job.exercises.contains(&exercise.name);
    let chosen: Vec<&Exercise> = setup.rubric.exercises.iter().filter(is_chosen).collect();
    let report = grading::grade(setup, Origin::Submission, &chosen, &job.submission, built)?;
    Ok((setup.seed, report, start.elapsed()))
}
