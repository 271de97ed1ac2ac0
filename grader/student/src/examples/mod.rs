//! Examples that a learner writes before any code, such as `tanh 0.7 = 0.6044`, and what they are worth as tests.
//!
//! No code of the learner's runs. An example that the reference contradicts is refused. The others are held to
//! functions that somebody may write by mistake: an example finds those that give another number.
//!
//! - `file`: reads `exercises/examples.toml`
//! - `number`: what a number stands for that is written with so many decimals
//! - `wrong`: the functions that are written by mistake
//! - `judge`: what each example finds, what slips through all of them, and which number would find that

mod file;
mod judge;
mod number;
mod wrong;

pub use file::{Example, SUCH_AS, Unread, read};
pub use judge::{Judged, Nudge, Verdict, judge};
pub use number::Number;
pub use wrong::Wrong;

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use grader::diagnose::misconceptions;
use grader::judge::Reference;
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};

/// What came of a file of examples.
#[derive(Debug)]
pub struct Examples {
    /// The exercises that were asked about, in the rubric's order.
    pub exercises: Vec<Judged>,
    /// Lines that say nothing that can be judged.
    pub unread: Vec<Unread>,
}
/// Judges the examples in a text that are about these exercises.
///
/// # Errors
/// Where an exercise's reference or its misconceptions can't be read.
pub fn examples(project: &Project, rubric: &Rubric, about: &[&Exercise], text: &str) -> Result<Examples> {
    let mut written: BTreeMap<String, Vec<Example>> = BTreeMap::new();
    let mut unread = Vec::new();
    let is_wanted = |name: &str| about.iter().any(|exercise| exercise.name == name);
    for line in read(text, &|name| named(rubric, name)) {
        match line {
            Ok(example) => written.entry(example.exercise.clone()).or_default().push(example),
            Err(line) if line.exercise.as_deref().is_none_or(is_wanted) => unread.push(line),
            Err(_) => {}
        }
    }
    let mut exercises = Vec::new();
    for exercise in about {
        let reference = Reference::read(project, exercise, None)?;
        let known = misconceptions(&project.suite(), exercise, None)?;
        let wrong = Wrong::of(exercise, &known, &reference);
        exercises.push(judge(
            exercise,
            &reference,
            &wrong,
            written.remove(&exercise.name).unwrap_or_default(),
        ));
    }
    Ok(Examples { exercises, unread })
}

/// The exercise that a word names.
fn named(rubric: &Rubric, name: &str) -> Result<String> {
    let chosen = rubric.choose(&[name.to_owned()])?;
    let exercise = chosen.first().context("no exercise is named")?;
    ensure!(!exercise.is_of_rows(), "{}", not_of_numbers(exercise));
    Ok(exercise.name.clone())
}

/// Why there are no examples of an exercise.
pub fn not_of_numbers(exercise: &Exercise) -> String {
    let Exercise { name, title, .. } = exercise;
    format!(
        "{title} takes more than single numbers, and examples of it are not judged\nhint: cargo grade {name}"
    )
}
