//! `grade-class`: a folder of submissions in, a folder of grades out.

use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result};

use super::whole_rubric;
use crate::class::{self, Plan};
use grader::project::Project;
use student::commands::{Ending, show};
use student::run::{BuildWorkspace, Jail};

/// Grade a class: one folder or archive for each student, or a download of Canvas, Moodle or Gradescope
#[derive(Debug, clap::Args)]
pub struct GradeClass {
    /// The folder that holds what was handed in
    #[arg(value_name = "SUBMISSIONS")]
    submissions: PathBuf,
    /// Where the grades go
    #[arg(long, value_name = "DIR", default_value = "grades")]
    out: PathBuf,
    /// How many students to grade at a time; as many as there are processors, if not said
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// Draw the same inputs as an earlier run
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Go on with a run that was interrupted
    #[arg(long)]
    resume: bool,
    /// Refuse to grade where this system can't lock everything up
    #[arg(long)]
    require_sandbox: bool,
}

/// Grades everyone and says what came of it.
///
/// # Errors
/// Whatever keeps it from grading anyone, or from writing grades.
pub fn grade_class(options: &GradeClass) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = whole_rubric(&project)?;
    let _lock = project.lock()?;
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let plan = Plan {
        submissions: &options.submissions,
        out: &options.out,
        jobs: options.jobs.unwrap_or(processors),
        seed: options.seed,
        resume: options.resume,
    };
    let summary = class::grade(&project, &rubric, &plan, |count| {
        let jail = Jail::make(&project)?.demand(options.require_sandbox)?;
        if !jail.sandbox.missing.is_empty() {
            eprintln!("Not locked up on this system: {}.", jail.sandbox.missing.join("; "));
        }
        BuildWorkspace::open_many(&project, &rubric.exercises, &jail, count)
            .context("cannot prepare a workspace")
    })?;
    show(&summary.text())?;
    show(&format!("\nThe grades are in {}\n", options.out.join("grades.csv").display()))?;
    show(&format!("All of it at a glance: {}\n", options.out.join(class::PAGE).display()))?;
    Ok(if summary.is_complete() { Ending::Good } else { Ending::Incomplete })
}
