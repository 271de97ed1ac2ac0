//! The tour of the learner's crate, with stubs for files that do not compile.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::attempts::Attempts;
use super::blame::{self, Tokens};
use super::build::{all_of, make};
use super::build_workspace::{BuildWorkspace, KeepingIn};
use super::crates::Crate;
use super::stub::stub;
use crate::given;
use crate::submission::Submission;
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};

/// The name of the example.
pub const TOUR: &str = "tour";

/// A tour that can be started.
#[derive(Debug)]
pub struct Tour {
    /// The program.
    pub program: PathBuf,
    /// The exercises for which a stub stands in.
    pub left_out: Vec<Exercise>,
}

/// Builds the tour in the learner's tree, or where that does not compile, beside it.
///
/// # Errors
/// Where cargo can't be started, or the tour does not compile whatever is left out.
pub fn build_tour(project: &Project, rubric: &Rubric) -> Result<Tour> {
    if given::changed(project, &rubric.exercises)?.is_empty() {
        let mut made = make(
            project,
            &[&all_of(rubric)[..], &["-p", Crate::Exercises.name(), "--example", TOUR]].concat(),
        )?;
        if let Some(program) = made.programs.remove(TOUR).filter(|_| made.success) {
            return Ok(Tour { program, left_out: Vec::new() });
        }
    }
    let workspace = BuildWorkspace::open(project, &rubric.exercises, None)?;
    let written = Submission::own(project, Crate::Exercises, &rubric.exercises)?;
    let keep = workspace.folder_for_workers()?;
    let compiler = KeepingIn { workspace: &workspace, folder: keep.path() };
    let mut attempts = Attempts::new(project, rubric, &compiler, &written, None)?;
    let workers = blame::build(rubric, &written, &mut attempts, None, Tokens::Checked)?;
    let mut left_out = Vec::new();
    for exercise in &rubric.exercises {
        let compiles = matches!(workers.get(&exercise.name), Some(Ok(_)));
        match written.files.get(&exercise.name).filter(|_| compiles) {
            Some(file) => workspace.put(exercise, &file.content)?,
            None => {
                workspace.put(exercise, stub(project, exercise)?.as_bytes())?;
                left_out.push(exercise.clone());
            }
        }
    }
    let mut made = workspace.build_example(project, TOUR)?;
    match made.programs.remove(TOUR).filter(|_| made.success) {
        Some(program) => Ok(Tour { program, left_out }),
        None => bail!("the tour does not compile\n{}", made.explanation()),
    }
}
