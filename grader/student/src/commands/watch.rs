//! `watch`: a report that follows what somebody writes.

use anyhow::Result;

use super::{BadArgument, Ending};
use crate::render::Symbols;
use crate::watch;
use grader::project::Project;
use grader::rubric::Rubric;

/// Grade now and after each save, and show the first exercise that is not done
#[derive(Debug, clap::Args)]
pub struct Watch {
    /// Grade only these, such as `relu`
    #[arg(value_name = "EXERCISE")]
    exercises: Vec<String>,
    /// Use only ASCII characters
    #[arg(long)]
    ascii: bool,
}

/// Watches until Ctrl-C, which is a good ending.
///
/// # Errors
/// A [`BadArgument`] for a name that is no exercise's; otherwise where gradings can't be started.
pub fn watch(options: &Watch) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = Rubric::read(&project.suite())?;
    rubric.choose(&options.exercises).map_err(|error| BadArgument(error.to_string()))?;
    let mut arguments = options.exercises.clone();
    let symbols = if options.ascii { Symbols::Ascii } else { Symbols::here() };
    if symbols == Symbols::Ascii {
        arguments.push("--ascii".to_owned());
    }
    watch::watch(&project, arguments, symbols)?;
    Ok(Ending::Good)
}
