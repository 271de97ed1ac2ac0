//! Names the slip behind wrong answers.
//!
//! When checks of an exercise fail, the worker is asked once more, on a fixed set of probes. What it answers is
//! held against functions: those that the exercise's function is taken for, and those that one slip or two make
//! of its formulas. Then come patterns that any exercise can show. Where nothing fits, or too much does, there is
//! no diagnosis: a wrong one is worse than none.

mod behaviour;
mod hypotheses;
mod misconceptions;
mod probes;

use std::time::Duration;

use serde::Serialize;

use crate::judge::{Limits, Program, Reference};
use crate::rubric::Exercise;
pub use misconceptions::{Misconception, misconceptions};
use probes::Probes;
pub use probes::numbers;

/// What is behind an exercise's failures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnosis {
    /// Its name for programs and specimens.
    pub key: String,
    /// One sentence for the learner.
    pub says: String,
    /// The function that was recognised, as a formula in x. There is none where it is no function of one value,
    /// or none that formulas can write.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub computes: Option<Computes>,
}

/// A function, or two of which it is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Computes {
    /// A formula.
    One(String),
    /// Two formulas.
    OneOf([String; 2]),
}

impl Diagnosis {
    /// A diagnosis that is about no function of one value.
    pub fn new(key: &str, says: impl Into<String>) -> Self {
        Self { key: key.to_owned(), says: says.into(), computes: None }
    }
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
    let mut probes = Probes::ask(&exercise.name, worker, limits.call, limits.exercise.saturating_sub(waited));
    let right = |x: f32| reference.exact.at(x);
    behaviour::unsteady(&probes, right)
        .or_else(|| {
            let (xs, ys) = probes.sample()?;
            let answers: hypotheses::Answers = xs.into_iter().zip(ys).collect();
            if answers.iter().all(|&(x, y)| is_right(reference, x, y)) {
                return None;
            }
            let far = probes.far();
            let mut ask = |numbers: &[f32]| probes.more(numbers);
            hypotheses::recognised(&exercise.formulas, known, &answers, &far, &mut ask)
        })
        .or_else(|| behaviour::incomplete(&probes, right))
}

/// Whether an answer is within the exercise's tolerance.
fn is_right(reference: &Reference, x: f32, y: f32) -> bool {
    let right = reference.exact.at(x);
    (f64::from(y) - right).abs() <= reference.tolerance.slack(right)
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
