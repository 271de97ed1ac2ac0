//! `examples`: examples that the learner writes, and what they are worth as tests.

use std::fs;

use anyhow::{Context, Result, anyhow};

use super::{BadArgument, Ending, show};
use crate::examples;
use crate::render::{self, Symbols};
use grader::project::{EXAMPLES, Project};
use grader::rubric::{Exercise, Rubric};

/// Judge your examples, such as `tanh 0.7 = 0.6044` in exercises/examples.toml: are they right, and what do they find?
#[derive(Debug, clap::Args)]
pub struct Examples {
    /// Judge only those of these, such as `tanh`
    #[arg(value_name = "EXERCISE")]
    exercises: Vec<String>,
    /// Name numbers that find what slips through
    #[arg(long)]
    suggest: bool,
    /// Use only ASCII characters
    #[arg(long)]
    ascii: bool,
}

/// Judges, and says what slips through.
///
/// # Errors
/// A [`BadArgument`] for a name that is no exercise's, or of one that takes more than single numbers; otherwise where
/// there is no file, or something can't be read.
pub fn examples(options: &Examples) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = Rubric::read(&project.suite())?;
    let chosen = rubric.choose(&options.exercises).map_err(|error| BadArgument(error.to_string()))?;
    let (about, others): (Vec<&Exercise>, Vec<&Exercise>) =
        chosen.into_iter().partition(|exercise| !exercise.is_of_rows());
    if let Some(other) = others.first().filter(|_| !options.exercises.is_empty()) {
        return Err(BadArgument(examples::not_of_numbers(other)).into());
    }
    let path = project.exercises().join(EXAMPLES);
    let text = match fs::read(&path) {
        Err(_) if !path.exists() => {
            return Err(anyhow!(
                "there is no exercises/{EXAMPLES}\nhint: make it, with a line such as {}",
                examples::SUCH_AS
            ));
        }
        bytes => bytes.with_context(|| format!("cannot read exercises/{EXAMPLES}"))?,
    };
    let judged = examples::examples(&project, &rubric, &about, &String::from_utf8_lossy(&text))?;
    let symbols = if options.ascii { Symbols::Ascii } else { Symbols::here() };
    show(&symbols.write(&render::examples(&judged, options.suggest)))?;
    Ok(Ending::Good)
}
