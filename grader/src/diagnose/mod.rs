//! Names the slip behind wrong answers.
//!
//! When checks of an exercise fail, the worker is asked once more, on a fixed set of probes. What
//! it answers is compared with a table of misconceptions, one an exercise, with those that any function can be
//! taken for, and with patterns that any exercise can show. Where nothing fits, or more than one misconception does, there is no
//! diagnosis: a wrong one is worse than none.

mod behaviour;
mod generic;
mod misconception;
mod probes;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::judge::{Limits, Program, Reference};
use crate::rubric::Exercise;
pub use misconception::{Misconception, parse};
use probes::Probes;
pub use probes::numbers;

/// What is behind an exercise's failures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnosis {
    /// Its name for programs and specimens.
    pub key: String,
    /// One sentence for the learner.
    pub says: String,
}

impl Diagnosis {
    fn new(key: &str, says: impl Into<String>) -> Self {
        Self { key: key.to_owned(), says: says.into() }
    }
}

/// The table in an exercise's folder.
pub const MISCONCEPTIONS: &str = "misconceptions.tsv";

/// The functions that an exercise's function is taken for; none for an exercise without a table.
///
/// # Errors
/// Where its table can't be read.
pub fn misconceptions(suite: &Path, exercise: &str) -> Result<Vec<Misconception>> {
    let path = suite.join(exercise).join(MISCONCEPTIONS);
    match fs::read_to_string(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        text => text.map_err(Into::into).and_then(|text| misconception::parse(&text)),
    }
    .with_context(|| format!("cannot read {}", path.display()))
}

/// Asks the worker on the probes, within what `waited` has left of the limits, and looks for what
/// fits.
pub fn diagnose(
    exercise: &Exercise,
    known: &[Misconception],
    worker: &Program,
    reference: &Reference,
    limits: Limits,
    waited: Duration,
) -> Option<Diagnosis> {
    let probes = Probes::ask(&exercise.name, worker, limits.call, limits.exercise.saturating_sub(waited));
    let right = |x: f32| reference.exact.at(x);
    behaviour::unsteady(&probes, right)
        // What the exercise has a sentence for is said in that sentence.
        .or_else(|| misconceived(known, &probes, right))
        .or_else(|| misconceived(&generic::generic(&exercise.title, &right), &probes, right))
        .or_else(|| behaviour::incomplete(&probes, right))
}

/// The one misconception that fits the answers, where the right function does not.
fn misconceived(known: &[Misconception], probes: &Probes, right: impl Fn(f32) -> f64) -> Option<Diagnosis> {
    let (xs, ys) = probes.sample()?;
    if fits(&xs, &ys, right) {
        return None;
    }
    // A matrix has the first of the numbers, and values in the same order.
    let fit =
        |wrong: &&Misconception| ys.iter().zip(&wrong.values).all(|(&y, &value)| close(y.into(), value));
    let mut fitting = known.iter().filter(fit);
    match (fitting.next(), fitting.next()) {
        (Some(wrong), None) => Some(Diagnosis::new(&wrong.key, &wrong.says)),
        _ => None,
    }
}

/// Whether f(x) is y throughout, as far as arithmetic in f32 can tell.
fn fits(xs: &[f32], ys: &[f32], f: impl Fn(f32) -> f64) -> bool {
    xs.iter().zip(ys).all(|(&x, &y)| close(f64::from(y), f(x)))
}

/// Whether two values are the same, as far as arithmetic in f32 can tell.
fn close(got: f64, wanted: f64) -> bool {
    /// Some tens of roundings: the tables hold formulas in f64, learners compute them in f32.
    const SLACK: f64 = 1e-5;
    /// Beyond this, what f64 computes is infinite for a learner.
    const LARGEST: f64 = f32::MAX as f64;
    let wanted = if wanted.abs() > LARGEST { f64::INFINITY.copysign(wanted) } else { wanted };
    got == wanted
        || (got.is_nan() && wanted.is_nan())
        || (got - wanted).abs() <= SLACK * wanted.abs().clamp(1.0, LARGEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Table;
    use crate::project::Project;
    use crate::rubric::Rubric;

    fn exercises() -> Vec<String> {
        let rubric = Rubric::read(&Project::of_this_build().suite()).expect("the rubric reads");
        rubric.exercises.into_iter().map(|exercise| exercise.name).collect()
    }

    fn table(exercise: &str) -> Table {
        Table::read(&Project::of_this_build().table(exercise)).expect("the table is there")
    }

    fn known(exercise: &str) -> Vec<Misconception> {
        misconceptions(&Project::of_this_build().suite(), exercise).expect("a table")
    }

    #[test]
    #[expect(clippy::cast_possible_truncation, reason = "a learner's arithmetic ends in f32")]
    fn each_misconception_is_named_and_taken_for_no_other() {
        let numbers = probes::numbers();
        for exercise in &exercises() {
            let (table, known) = (table(exercise), known(exercise));
            for wrong in &known {
                let value =
                    |x: f32| numbers.iter().position(|&number| number == x).map(|at| wrong.values[at]);
                let probes = Probes::answered_by(|x| value(x).unwrap_or(f64::NAN) as f32);
                let found = misconceived(&known, &probes, |x| table.at(x));
                assert_eq!(found.map(|found| found.key).as_ref(), Some(&wrong.key), "{exercise}");
            }
        }
    }

    #[test]
    #[expect(clippy::cast_possible_truncation, reason = "a learner's arithmetic ends in f32")]
    fn the_right_function_is_taken_for_no_misconception() {
        for exercise in &exercises() {
            let table = table(exercise);
            let probes = Probes::answered_by(|x| if x.abs() <= 20.0 { table.at(x) as f32 } else { x });
            assert_eq!(misconceived(&known(exercise), &probes, |x| table.at(x)), None);
        }
    }

    /// Each that is another function than the right one, and than any other, is named.
    #[test]
    #[expect(clippy::cast_possible_truncation, reason = "a learner's arithmetic ends in f32")]
    fn what_any_function_is_taken_for_is_named_without_a_table() {
        for exercise in &exercises() {
            let right = |x: f32| Reference::of(exercise).exact.at(x);
            let all = generic::generic("F", &right);
            let numbers = probes::numbers();
            let named = all.iter().filter(|wrong| {
                let value =
                    |x: f32| numbers.iter().position(|&number| number == x).map(|at| wrong.values[at]);
                let probes = Probes::answered_by(|x| value(x).unwrap_or(f64::NAN) as f32);
                let found = misconceived(&all, &probes, right);
                assert!(found.iter().all(|found| found.key == wrong.key), "{exercise}: {found:?}");
                found.is_some()
            });
            assert!(named.count() >= 15, "{exercise}");
        }
    }

    #[test]
    fn misconceptions_have_one_sentence_each() {
        for exercise in &exercises() {
            let mut table = known(exercise);
            table.extend(
                generic::generic("LeakyReLU", &|x| f64::from(x))
                    .into_iter()
                    .filter(|generic| known(exercise).iter().all(|own| own.key != generic.key)),
            );
            for wrong in &table {
                assert!(!wrong.says.is_empty() && wrong.says.len() <= 200, "{exercise}: {}", wrong.key);
                assert_eq!(table.iter().filter(|other| other.key == wrong.key).count(), 1, "{}", wrong.key);
            }
        }
    }
}
