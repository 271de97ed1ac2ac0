//! Many submissions, as many at a time as there are workspaces to build them in.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use grader::judge::Limits;
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};
use student::grading;
use student::report::{Origin, Report};
use student::run::{self, BuildWorkspace, Built, Setup};
use student::side_by_side;
use student::submission::Submission;

/// Something to grade.
pub struct Job<T> {
    /// What is graded.
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
pub fn run<T: Sync>(
    project: &Project,
    rubric: &Rubric,
    workspaces: &[BuildWorkspace],
    jobs: &[Job<T>],
    seeds: &[u64],
    mut each: impl FnMut(Graded<T>) -> Result<()>,
) -> Result<()> {
    let suite = Arc::new(Arc::unwrap_or_clone(run::build_suite(project, rubric)?).proving());
    let work = |workspace: &BuildWorkspace, job: &Job<T>| -> Result<(Duration, Vec<_>)> {
        let start = Instant::now();
        let build = if job.is_checked { run::build_submission } else { run::build_unchecked };
        let setup = Setup { project, rubric, limits: job.limits, seed: 0 };
        let built = build(setup, workspace, Arc::clone(&suite), &job.submission)?;
        let building = start.elapsed();
        let reports = seeds.iter().map(|&seed| grade(Setup { seed, ..setup }, job, &built));
        Ok((building, reports.collect::<Result<_>>()?))
    };
    side_by_side::in_order(workspaces, jobs, work, |job, graded| {
        let (building, reports) = graded.with_context(|| job.label.clone())?;
        reports.into_iter().try_for_each(|(seed, report, grading)| {
            each(Graded { what: &job.what, seed, report, building, grading })
        })
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
