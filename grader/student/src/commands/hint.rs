//! `hint`: one step further, each time it is asked.

use std::fs;

use anyhow::Result;

use super::{BadArgument, Ending, show};
use crate::hints::{Hint as Found, Shown};
use crate::render::{Symbols, wrap};
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};

/// Show one more hint, from a nudge to nearly the code
#[derive(Debug, clap::Args)]
pub struct Hint {
    /// Such as `relu` [default: the first exercise that still holds a `todo!`]
    #[arg(value_name = "EXERCISE")]
    exercise: Option<String>,
    /// Start over: the next hint is the first again; of all exercises, where none is named
    #[arg(long)]
    reset: bool,
    /// Use only ASCII characters
    #[arg(long)]
    ascii: bool,
}

/// Shows the next hint, or says that there are no more.
///
/// # Errors
/// A [`BadArgument`] for a name that is no exercise's; otherwise where what was shown can't be read or noted.
pub fn hint(options: &Hint) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = Rubric::read(&project.suite())?;
    let named: Vec<String> = options.exercise.iter().cloned().collect();
    let chosen = rubric.choose(&named).map_err(|error| BadArgument(error.to_string()))?;
    let mut shown = Shown::read(&project)?;
    let symbols = if options.ascii { Symbols::Ascii } else { Symbols::here() };
    let text = if options.reset {
        shown.forget(&chosen)?;
        let of = options.exercise.as_ref().map(|name| format!(" for {name}")).unwrap_or_default();
        format!("The next hint{of} will be the first again.\n")
    } else {
        match chosen.into_iter().find(|exercise| !named.is_empty() || is_unfinished(&project, exercise)) {
            Some(exercise) => match shown.next(exercise)? {
                Found::Next(number, step) => next(exercise, number, step),
                Found::AllShown => all(exercise),
            },
            None => wrap(
                "Every exercise has a body, so there is none to begin with. If one of them is not right \
                 yet, cargo make grade says what to try; or name it: cargo make hint -- tanh",
                "",
                "",
                0,
            ),
        }
    };
    show(&symbols.write(&text))?;
    Ok(Ending::Good)
}

/// Whether its body is still to be written, or its file is missing.
fn is_unfinished(project: &Project, exercise: &Exercise) -> bool {
    let text = fs::read_to_string(project.exercise(exercise)).unwrap_or_else(|_| "todo!(".into());
    text.lines().any(|line| line.contains("todo!(") && !line.trim_start().starts_with("//"))
}

fn next(exercise: &Exercise, number: usize, step: &str) -> String {
    let steps = exercise.steps.len();
    let more = match steps - number {
        0 => "That was the last one; asking again shows all of them.".to_owned(),
        _ => format!("One step further: cargo make hint -- {}", exercise.name),
    };
    format!("\n{}, hint {number} of {steps}\n\n{}\n{more}\n", exercise.title, wrap(step, "  ", "  ", 2))
}

fn all(exercise: &Exercise) -> String {
    let mut text = format!("\n{}, all hints\n\n", exercise.title);
    for (number, step) in (1..).zip(&exercise.steps) {
        text += &wrap(step, &format!("  {number}. "), "     ", 5);
    }
    let ask = format!(
        "These were all. cargo make grade -- {name} says what happens to what you have, and cargo make \
         lesson tells the whole story. Still stuck? Take what the grader shows to your instructor, or to \
         somebody who sits beside you. To see the hints one by one again: cargo make hint -- {name} --reset",
        name = exercise.name
    );
    text + "\n" + &wrap(&ask, "", "", 0)
}
