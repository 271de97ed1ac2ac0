//! `grade-class`: a folder of submissions in, a folder of grades out.

use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result};

use super::only::Only;
use super::whole_rubric;
use crate::class::{self, Plan, Shard, Summary, Wanted};
use grader::project::Project;
use grader::trouble::Trouble;
use student::commands::{BadArgument, Ending, Required, show};
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
    /// Grade one part of the class, such as 2/8, for `merge`; each part has its own --out, and all have one --seed
    #[arg(long, value_name = "I/N")]
    shard: Option<Shard>,
    /// Go on with a run that was interrupted
    #[arg(long)]
    resume: bool,
    #[command(flatten)]
    only: Only,
    /// What is taken off for the time of handing in: due date, late days, extensions, penalty; of shards, `merge` takes it
    #[arg(long, value_name = "FILE", conflicts_with = "shard")]
    policy: Option<PathBuf>,
    /// The grades of an earlier submission, from which students learn what has changed; of shards, `merge` takes it
    #[arg(long, value_name = "GRADES", conflicts_with = "shard")]
    earlier: Option<PathBuf>,
    #[command(flatten)]
    required: Required,
}

/// Grades everyone and says what came of it.
///
/// # Errors
/// A [`BadArgument`] for a shard without a seed; otherwise whatever keeps it from grading anyone, or from writing grades.
pub fn grade_class(options: &GradeClass) -> Result<Ending> {
    if let (Some(shard), None) = (options.shard, options.seed) {
        let why = format!(
            "shard {shard} has no --seed, and each shard would draw numbers of its own\n\
             hint: give every shard the same, such as --seed 2026"
        );
        return Err(BadArgument(why).into());
    }
    let project = Project::find()?;
    let whole = whole_rubric(&project)?;
    let only = options.only.names();
    let rubric =
        if only.is_empty() { class::rubric_of(&options.out, whole) } else { options.only.of(whole)? };
    let _lock = project.lock()?;
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let plan = Plan {
        submissions: &options.submissions,
        out: &options.out,
        jobs: options.jobs.unwrap_or(processors),
        wanted: Wanted { seed: options.seed, shard: options.shard, only },
        resume: options.resume,
        policy: options.policy.as_deref(),
        earlier: options.earlier.as_deref(),
    };
    let summary = class::grade(&project, &rubric, &plan, |count| {
        let jail = Jail::make(&project)?.demand(options.required.sandbox)?;
        if !jail.sandbox.missing.is_empty() {
            eprintln!("Not locked up on this system: {}.", jail.sandbox.missing.join("; "));
        }
        BuildWorkspace::open_many(&project, &rubric.exercises, &jail, count)
            .context("cannot prepare a workspace")
    })?;
    show_summary(&summary, &options.out)?;
    Ok(ending(&summary))
}

/// Says what came of a class, and where its grades are.
///
/// # Errors
/// Where it can't be printed.
pub fn show_summary(summary: &Summary, out: &Path) -> Result<()> {
    show(&summary.text())?;
    show(&format!("\nThe grades are in {}\n", out.join("grades.csv").display()))?;
    Ok(show(&format!("All of it at a glance: {}\n", out.join(class::PAGE).display()))?)
}

/// Good where everyone has a grade, or a reason for having none that another try would not change. Incomplete where a
/// policy could not settle somebody's final score, or a verdict is in doubt.
pub fn ending(summary: &Summary) -> Ending {
    match summary.trouble {
        None if summary.unsettled.is_empty() && summary.alarms.is_empty() => Ending::Good,
        None => Ending::Incomplete,
        Some(Trouble::Passing) => Ending::TryAgain,
        Some(Trouble::OfThisMachine) => Ending::NotHere,
        Some(Trouble::Unknown) => Ending::Incomplete,
    }
}
