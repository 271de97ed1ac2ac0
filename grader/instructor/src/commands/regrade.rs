//! `regrade`: grades that are corrected, and who moves.

use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result};

use super::whole_rubric;
use crate::class::{self, Correction, Points};
use crate::render;
use grader::project::Project;
use student::atomic_write;
use student::commands::{BadArgument, Ending, Required, show};
use student::run::{BuildWorkspace, Jail};

/// Correct the grades of a class: run what has changed, show who moves, and keep the earlier grades
#[derive(Debug, clap::Args)]
pub struct Regrade {
    /// The folder of grades
    #[arg(value_name = "GRADES")]
    grades: PathBuf,
    /// Take what is handed in by now; what was kept of it, if not said
    #[arg(long, value_name = "DIR")]
    submissions: Option<PathBuf>,
    /// Show who would move, and write no grades
    #[arg(long)]
    what_if: bool,
    /// Of what has changed, run this check alone, such as `relu::keeps_nan`, or `keeps_nan` of each exercise; may be
    /// repeated
    #[arg(long, value_name = "CHECK")]
    only: Vec<String>,
    /// Count this check for nobody; may be repeated
    #[arg(long, value_name = "CHECK")]
    without: Vec<String>,
    /// Give checks the points of a file, in place of those of an earlier one
    #[arg(long, value_name = "FILE")]
    points: Option<PathBuf>,
    /// Also grade this many students again in whole, to see whether their verdicts stay
    #[arg(long, value_name = "N", default_value_t = 0)]
    verify: usize,
    /// Also write the table of moves for a spreadsheet
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// Also write the table of moves as a page
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// How many students to grade at a time; as many as there are processors, if not said
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    #[command(flatten)]
    required: Required,
}

/// Shows who moves, and then writes the grades, unless that was only asked for.
///
/// # Errors
/// A [`BadArgument`] for a name that is no check's; otherwise whatever keeps it from grading anyone, or from writing.
pub fn regrade(options: &Regrade) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = class::rubric_of(&options.grades, whole_rubric(&project)?);
    let mut points = match &options.points {
        Some(file) => Points::read(file)?,
        None => Points::of(&options.grades)?,
    };
    points.without.extend(options.without.iter().cloned());
    let only = options.only.iter().map(|name| class::named(&rubric, name));
    let only = only.collect::<Result<Vec<_>>>().map_err(|error| BadArgument(error.to_string()))?;
    points.applied(&rubric).map_err(|error| BadArgument(error.to_string()))?;
    let _lock = project.lock()?;
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let plan = Correction {
        grades: &options.grades,
        submissions: options.submissions.as_deref(),
        jobs: options.jobs.unwrap_or(processors),
        only: only.into_iter().flatten().collect(),
        points,
        verify: options.verify,
    };
    let corrected = class::regrade(&project, &rubric, &plan, |count| {
        let jail = Jail::make(&project)?.demand(options.required.sandbox)?;
        BuildWorkspace::open_many(&project, &rubric.exercises, &jail, count)
            .context("cannot prepare a workspace")
    })?;
    let moves = &corrected.moves;
    show(&render::moves_text(moves))?;
    if let Some(path) = &options.csv {
        atomic_write::write(path, &render::moves_csv(moves)?)?;
    }
    if let Some(path) = &options.html {
        atomic_write::write(path, render::moves_page(moves).as_bytes())?;
    }
    let ending = if moves.alarms.is_empty() { Ending::Good } else { Ending::Incomplete };
    if options.what_if {
        show("\nNo grades were written.\n")?;
    } else if corrected.has_news() {
        let history = corrected.write()?;
        show(&format!(
            "\nThe grades are in {}; what they were is in {}\n",
            options.grades.join("grades.csv").display(),
            options.grades.join(history).display()
        ))?;
    } else {
        show("\nThe grades stay as they are.\n")?;
    }
    Ok(ending)
}
