//! `hint`: one step further, each time it is asked.

use std::fs;

use anyhow::Result;

use super::{BadArgument, Ending, show};
use crate::hints::{Hint as Found, Shown};
use crate::last::Last;
use crate::render::{Symbols, wrap};
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};

/// Show one more hint, from a nudge to nearly the code
#[derive(Debug, clap::Args)]
pub struct Hint {
    /// Such as `relu` [default: the exercise that `grade` names next]
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
        let last = Last::read(&project);
        // `beyond` names several.
        let is_one = chosen.len() == 1;
        let is_wanted = |exercise: &&Exercise| is_one || is_open(&project, &last, exercise);
        match chosen.into_iter().find(is_wanted) {
            Some(exercise) if last.of(&exercise.name).is_some_and(|graded| graded.is_done) => done(exercise),
            Some(exercise) => match shown.next(exercise, begins_at(exercise, &last))? {
                Found::Next(number, step) => next(exercise, number, step, begins_at(exercise, &last)),
                Found::AllShown => all(exercise),
            },
            None => {
                "Every exercise is done, and no hint is left to give. See them at work: cargo tour\n".into()
            }
        }
    };
    show(&symbols.write(&text))?;
    Ok(Ending::Good)
}

/// Whether not all its checks passed when it was last graded; before that, whether its body is still to be written, or
/// its file is missing.
fn is_open(project: &Project, last: &Last, exercise: &Exercise) -> bool {
    if let Some(graded) = last.of(&exercise.name) {
        return !graded.is_done;
    }
    let text = fs::read_to_string(project.exercise(exercise)).unwrap_or_else(|_| "todo!(".into());
    text.lines().any(|line| line.contains("todo!(") && !line.trim_start().starts_with("//"))
}

/// The number of the step that fits the first check that failed when it was last graded.
fn begins_at(exercise: &Exercise, last: &Last) -> usize {
    let failing =
        last.of(&exercise.name).filter(|graded| graded.score > 0).and_then(|graded| graded.failing.as_ref());
    let check = exercise.checks.iter().find(|check| Some(&check.name) == failing);
    check.and_then(|check| check.step).unwrap_or(1)
}

fn done(exercise: &Exercise) -> String {
    format!(
        "{} is done: there is nothing to hint at. Its hints: cargo hint {} --reset\n",
        exercise.title, exercise.name
    )
}

fn next(exercise: &Exercise, number: usize, step: &str, first: usize) -> String {
    let steps = exercise.steps.len();
    let more = match steps - number {
        0 => "That was the last one; asking again shows all of them.".to_owned(),
        _ => format!("One step further: cargo hint {}", exercise.name),
    };
    let skipped = match first {
        1 => "",
        first if first == number => ", the first that fits what you have",
        _ => "",
    };
    format!(
        "\n{}, hint {number} of {steps}{skipped}\n\n{}\n{more}\n",
        exercise.title,
        wrap(step, "  ", "  ", 2)
    )
}

fn all(exercise: &Exercise) -> String {
    let mut text = format!("\n{}, all hints\n\n", exercise.title);
    for (number, step) in (1..).zip(&exercise.steps) {
        text += &wrap(step, &format!("  {number}. "), "     ", 5);
    }
    let ask = format!(
        "These were all. cargo grade {name} says what happens to what you have, and cargo \
         lesson {name} tells the whole story. Still stuck? Take what the grader shows to your instructor, or to \
         somebody who sits beside you. To see the hints one by one again: cargo hint {name} --reset",
        name = exercise.name
    );
    text + "\n" + &wrap(&ask, "", "", 0)
}
