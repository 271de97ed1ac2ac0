//! `tour`: the learner's functions at work in small networks.

use std::process::Command;

use anyhow::{Context, Result};

use super::{Ending, Train, show, train};
use crate::run;
use grader::project::Project;
use grader::rubric::Rubric;

/// Show the learner's functions at work in small networks
#[derive(Debug, clap::Args)]
pub struct Tour {}

/// Builds the tour and runs it, with stubs for files that do not compile; then trains a network.
///
/// # Errors
/// Where one of them can't be built or started.
pub fn tour(_: &Tour) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = Rubric::read(&project.suite())?;
    let tour = {
        let _lock = project.lock()?;
        run::build_tour(&project, &rubric)?
    };
    for exercise in &tour.left_out {
        let (title, name) = (&exercise.title, &exercise.name);
        eprintln!("Without {title}, whose file can't be built. To see why: cargo grade {name}");
    }
    let ended = Command::new(&tour.program).status();
    let ended = ended.with_context(|| format!("cannot start {}", tour.program.display()))?;
    if !ended.success() {
        return Ok(Ending::Incomplete);
    }
    show("\n7. A network that learns, with your functions in it\n")?;
    train(&Train::usual())
}
