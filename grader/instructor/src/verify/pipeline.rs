//! Many submissions, one after the other: one is built while another is graded.

use std::sync::{Arc, mpsc};
use std::thread::{self, Builder};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use grader::judge::Limits;
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};
use student::grading;
use student::report::{Origin, Report};
use student::run::{self, BuildWorkspace, Setup};
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

/// Grades all jobs, in their order, and hands each report to `each`. A job is built once, and graded with
/// each of the seeds. Counterexamples are proved to be the smallest.
///
/// # Errors
/// Where one can't be built or graded, or `each` fails.
pub fn run<T: Send>(
    project: &Project,
    rubric: &Rubric,
    workspace: &BuildWorkspace,
    jobs: Vec<Job<T>>,
    seeds: &[u64],
    mut each: impl FnMut(Graded<T>) -> Result<()>,
) -> Result<()> {
    let suite = Arc::new(Arc::unwrap_or_clone(run::build_suite(project, rubric)?).proving());
    let (built, ready) = mpsc::sync_channel(1);
    thread::scope(|scope| {
        let building = Builder::new().spawn_scoped(scope, move || {
            for job in jobs {
                let start = Instant::now();
                let suite = Arc::clone(&suite);
                let build = if job.is_checked { run::build_submission } else { run::build_unchecked };
                let setup = Setup { project, rubric, limits: job.limits, seed: 0 };
                let made = build(setup, workspace, suite, &job.submission);
                if built.send((job, made, start.elapsed())).is_err() {
                    return; // Grading has failed, and says why.
                }
            }
        });
        building.context("cannot build beside grading\nhint: this machine may be out of threads")?;
        for (job, built, building) in ready {
            let built = built.context(job.label.clone())?;
            let chosen: Vec<&Exercise> =
                rubric.exercises.iter().filter(|exercise| job.exercises.contains(&exercise.name)).collect();
            for &seed in seeds {
                let start = Instant::now();
                let setup = Setup { project, rubric, limits: job.limits, seed };
                let report = grading::grade(setup, Origin::Submission, &chosen, &job.submission, &built)
                    .context(job.label.clone())?;
                each(Graded { what: &job.what, seed, report, building, grading: start.elapsed() })?;
            }
        }
        Ok(())
    })
}
