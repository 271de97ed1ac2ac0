//! `replay`: one student's verdicts again, from what is kept of them.

use std::path::PathBuf;

use anyhow::Result;

use super::whole_rubric;
use crate::class::{self, Record};
use grader::project::Project;
use student::commands::{Ending, Required, show};
use student::run::{BuildWorkspace, Jail};

/// Try a student's verdicts again: the same files, seed and checks, from a file in `instructor/verdicts`
#[derive(Debug, clap::Args)]
pub struct Replay {
    /// The file that `grade-class` wrote of the student
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    required: Required,
}

/// Grades what was handed in once more, and says whether the verdicts are the same, or what differs.
///
/// # Errors
/// Where the file holds nobody's verdicts, or something that no student writes can't be built.
pub fn replay(options: &Replay) -> Result<Ending> {
    let kept = Record::read(&options.file)?;
    let project = Project::find()?;
    let mut rubric = whole_rubric(&project)?;
    rubric.exercises.retain(|exercise| kept.has(&exercise.name));
    let _lock = project.lock()?;
    let jail = Jail::make(&project)?.demand(options.required.sandbox)?;
    let workspace = BuildWorkspace::open(&project, &rubric.exercises, Some(jail))?;
    let replayed = class::replay(&project, &rubric, &workspace, kept)?;
    show(&replayed.text())?;
    Ok(if replayed.is_same() { Ending::Good } else { Ending::Incomplete })
}
