//! `reset`: begins exercises anew, and puts given files back.

use std::path::Path;

use anyhow::Result;

use super::{BadArgument, Ending, from_here, show};
use crate::given;
use crate::reset::{self, Reset as Done};
use grader::project::Project;
use grader::rubric::Rubric;

/// What stands for all given files, where an exercise may be named.
const GIVEN: &str = "given";

/// Begin exercises anew: the `todo!` comes back, and a copy of what was there is kept
#[derive(Debug, clap::Args)]
pub struct Reset {
    /// Such as `relu`; `given` puts back the files that are no exercises
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
    let (given, named): (Vec<String>, Vec<String>) =
        options.exercises.iter().cloned().partition(|name| name == GIVEN);
    let chosen = rubric.choose(&named).map_err(|error| BadArgument(error.to_string()))?;
    for exercise in chosen.into_iter().filter(|_| !named.is_empty()) {
        let file = exercise.file();
        show(&match reset::reset(&project, exercise)? {
            Done::Kept(copy) => is_back(&file, &copy, &project.exercise(exercise)),
            Done::WasMissing => format!("{file} was not there, and is again, as you got it\n"),
            Done::WasUntouched => format!("{file} is as you got it already, and nothing was changed\n"),
        })?;
    }
    if given.is_empty() {
        return Ok(Ending::Good);
    }
    let changed = given::changed(&project, &rubric.exercises)?;
    if changed.is_empty() {
        show("All given files are as you got them, and nothing was changed\n")?;
    }
    for file in changed.into_iter().map(|changed| changed.file) {
        let copy = reset::reset_given(&project, &file)?;
        let is_gone = !project.root().join(&file).exists();
        show(&match copy {
            Some(copy) if is_gone => format!(
                "{file} was not there when you got the exercises, and is gone again. It is kept in {}\n",
                from_here(&copy)
            ),
            Some(copy) => is_back(&file, &copy, &project.root().join(&file)),
            None => format!("{file} was not there, and is again, as you got it\n"),
        })?;
    }
    Ok(Ending::Good)
}

/// That a file is as it was given, where the learner's is, and how to have that again.
fn is_back(file: &str, copy: &Path, path: &Path) -> String {
    let (copy, path) = (from_here(copy), from_here(path));
    format!("{file} is as you got it. What was there is in {copy}; to take it back: cp {copy} {path}\n")
}
