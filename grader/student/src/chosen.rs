//! Which exercises a command is about.

use anyhow::Result;

use crate::commands::BadArgument;
use crate::run::stub;
use crate::submission::Submission;
use grader::project::Project;
use grader::rubric::{Exercise, Rubric, Track};

/// The exercises of these names; where none is named, those of the core, and those beyond it that are begun.
///
/// # Errors
/// A [`BadArgument`] for a name that is no exercise's; otherwise where a stub can't be read.
pub fn chosen<'a>(
    project: &Project,
    rubric: &'a Rubric,
    names: &[String],
    written: &Submission,
) -> Result<Vec<&'a Exercise>> {
    let mut chosen = rubric.choose(names).map_err(|error| BadArgument(error.to_string()))?;
    if names.is_empty() {
        let mut begun = Vec::new();
        for exercise in chosen {
            if exercise.track == Track::Core || is_begun(project, exercise, written)? {
                begun.push(exercise);
            }
        }
        chosen = begun;
    }
    Ok(chosen)
}

/// Whether an exercise's file is there, and no longer as it was handed out.
fn is_begun(project: &Project, exercise: &Exercise, written: &Submission) -> Result<bool> {
    let Some(file) = written.files.get(&exercise.name) else {
        // Somebody has to say which of several files counts.
        return Ok(written.ambiguous.contains_key(&exercise.name));
    };
    let text = String::from_utf8_lossy(&file.content);
    Ok(!text.lines().eq(stub(project, exercise)?.lines()))
}
