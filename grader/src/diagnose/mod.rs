//! Names the slip behind wrong answers.
//!
//! When checks of an exercise fail, the worker is asked once more, on a fixed set of probes. What
//! it answers is compared with a table of misconceptions, one an exercise, and with patterns that
//! any exercise can show. Where nothing fits, or more than one misconception does, there is no
//! diagnosis: a wrong one is worse than none.

mod behaviour;
mod numbers;
mod probes;
mod relu;
mod sigmoid;
mod tanh;

use std::time::Duration;

use serde::Serialize;

use crate::judge::{Limits, Program, Table};
use probes::Probes;

/// A function that the exercise's function is taken for.
#[derive(Debug)]
pub struct Misconception {
    /// Its name for programs and specimens.
    pub key: &'static str,
    /// What it computes.
    pub computes: fn(f64) -> f64,
    /// One sentence for the learner: what was done, and what to look at. Not the code to type.
    pub says: &'static str,
}

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

/// The functions that an exercise's function is taken for; none for an exercise without a table.
pub fn misconceptions(exercise: &str) -> &'static [Misconception] {
    match exercise {
        "relu" => relu::MISCONCEPTIONS,
        "sigmoid" => sigmoid::MISCONCEPTIONS,
        "tanh" => tanh::MISCONCEPTIONS,
        _ => &[],
    }
}

/// Asks the worker on the probes, within what `waited` has left of the limits, and looks for what
/// fits.
pub fn diagnose(
    exercise: &str,
    worker: &Program,
    table: &Table,
    limits: Limits,
    waited: Duration,
) -> Option<Diagnosis> {
    let probes = Probes::ask(exercise, worker, limits.call, limits.exercise.saturating_sub(waited));
    let right = |x: f32| table.at(x);
    behaviour::unsteady(&probes, right)
        .or_else(|| misconceived(misconceptions(exercise), &probes, right))
        .or_else(|| behaviour::incomplete(&probes, right))
}

/// The one misconception that fits the answers, where the right function does not.
fn misconceived(table: &[Misconception], probes: &Probes, right: impl Fn(f32) -> f64) -> Option<Diagnosis> {
    let (xs, ys) = probes.sample()?;
    if fits(&xs, &ys, right) {
        return None;
    }
    let mut fitting = table.iter().filter(|wrong| fits(&xs, &ys, |x| (wrong.computes)(f64::from(x))));
    match (fitting.next(), fitting.next()) {
        (Some(wrong), None) => Some(Diagnosis::new(wrong.key, wrong.says)),
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
    use std::path::Path;

    use super::*;

    fn exercises() -> Vec<String> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rubric.toml");
        let rubric = crate::rubric::Rubric::read(&path).expect("the rubric reads");
        rubric.exercises.into_iter().map(|exercise| exercise.name).collect()
    }

    fn table(exercise: &str) -> Table {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("reference/{exercise}.csv"));
        Table::read(&path).expect("the table is there")
    }

    #[expect(clippy::cast_possible_truncation, reason = "a learner's arithmetic ends in f32")]
    fn answers(f: impl Fn(f64) -> f64) -> Probes {
        Probes::answered_by(|x| f(f64::from(x)) as f32)
    }

    #[test]
    fn each_misconception_is_named_and_taken_for_no_other() {
        for exercise in &exercises() {
            let table = table(exercise);
            let missed: Vec<_> = misconceptions(exercise)
                .iter()
                .filter(|wrong| {
                    let probes = answers(wrong.computes);
                    let found = misconceived(misconceptions(exercise), &probes, |x| table.at(x));
                    found.is_none_or(|found| found.key != wrong.key)
                })
                .map(|wrong| wrong.key)
                .collect();
            assert_eq!(missed, [""; 0], "{exercise}");
        }
    }

    #[test]
    fn the_right_function_is_taken_for_no_misconception() {
        for exercise in &exercises() {
            let table = table(exercise);
            let probes = answers(|x| if x.abs() <= 20.0 { table.at(x as f32) } else { x });
            assert_eq!(misconceived(misconceptions(exercise), &probes, |x| table.at(x)), None);
        }
    }

    #[test]
    fn every_exercise_has_its_misconceptions_in_one_sentence_each() {
        for exercise in &exercises() {
            let table = misconceptions(exercise);
            assert!(table.len() >= 12, "{exercise} has {}", table.len());
            for wrong in table {
                assert!(!wrong.says.is_empty() && wrong.says.len() <= 200, "{exercise}: {}", wrong.key);
                assert_eq!(table.iter().filter(|other| other.key == wrong.key).count(), 1, "{}", wrong.key);
            }
        }
    }
}
