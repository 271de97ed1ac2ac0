//! `reset`: begins exercises anew.

use anyhow::Result;

use super::{BadArgument, Ending, from_here, show};
use crate::reset::{self, Reset as Done};
use grader::project::Project;
use grader::rubric::Rubric;

/// Begin exercises anew: the `todo!` comes back, and a copy of what was there is kept
#[derive(Debug, clap::Args)]
pub struct Reset {
    /// Such as `relu`
    #[arg(value_name = "EXERCISE", required = true)]
    exercises: Vec<String>,
}

/// Resets, and says where the copies are.
///
/// # Errors
/// A [`BadArgument`] for a name that is no exercise's, before anything is changed; otherwise where a file
/// can't be read or written.
pub fn reset(options: &Reset) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = Rubric::read(&project.suite())?;
    for exercise in rubric.choose(&options.exercises).map_err(|error| BadArgument(error.to_string()))? {
        let file = exercise.file();
        show(&match reset::reset(&project, exercise)? {
            Done::Kept(copy) => {
                format!("{file} is as you got it. What was there is in {}\n", from_here(&copy))
            }
            Done::WasMissing => format!("{file} was not there, and is again, as you got it\n"),
            Done::WasUntouched => format!("{file} is as you got it already, and nothing was changed\n"),
        })?;
    }
    Ok(Ending::Good)
}
