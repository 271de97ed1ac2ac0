//! Names the slip behind wrong answers.
//!
//! When checks of an exercise fail, the worker is asked once more, on a fixed set of probes. What it answers is
//! held against functions: those that the exercise's function is taken for, and those that one slip or two make
//! of its formulas. Then come patterns that any exercise can show. Where nothing fits, or too much does, there is
//! no diagnosis: a wrong one is worse than none.

mod behaviour;
mod hypotheses;
mod misconceptions;
mod patterns;
mod probes;
mod rows;
mod setting;

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::judge::{Limits, Program, Reference};
use crate::project::Project;
use crate::rubric::Exercise;
use hypotheses::Answers;
pub use misconceptions::{Misconception, misconceptions};
use probes::Probes;
pub use probes::numbers;
pub use setting::Setting;

/// What is behind an exercise's failures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnosis {
    /// Its name for programs and specimens.
    pub key: String,
    /// One sentence for the learner.
    pub says: String,
    /// The function that was recognised, as a formula in x, with the usual parameter. There is none where it is no function of one value,
    /// or none that formulas can write.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub computes: Option<Computes>,
}

/// A function, or two of which it is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
/// fits. The first of the settings is the usual one.
pub fn diagnose(
    project: &Project,
    exercise: &Exercise,
    settings: &[Setting],
    worker: &Program,
    limits: Limits,
    waited: Duration,
) -> Option<Diagnosis> {
    let (usual, others) = settings.split_first()?;
    if exercise.is_of_rows() {
        return rows::diagnose(project, exercise, usual, worker, limits, waited);
    }
    let mut probes = Probes::ask(&exercise.name, worker, limits.call, limits.exercise.saturating_sub(waited));
    let right = |x: f32| usual.reference.at(x);
    behaviour::unsteady(&probes, right)
        .or_else(|| computed(exercise, usual, others, &mut probes))
        .or_else(|| behaviour::incomplete(&probes, right))
}

/// The function that is computed, where that is not the right one. Where the layer has a parameter, it has to be so
/// whatever that is.
fn computed(
    exercise: &Exercise,
    usual: &Setting,
    others: &[Setting],
    probes: &mut Probes,
) -> Option<Diagnosis> {
    let (xs, ys) = probes.sample()?;
    let answers: Answers = xs.into_iter().zip(ys).collect();
    let mut all = vec![(usual, answers.clone())];
    for other in others {
        all.push((other, probes.of_layer(&other.reference.layer)?));
    }
    if !all.iter().any(is_wrong) {
        return None;
    }
    let far = probes.far();
    let mut ask = |numbers: &[f32]| probes.more(numbers);
    if others.is_empty() {
        return hypotheses::recognised(&usual.forms, &usual.known, &answers, &far, &mut ask);
    }
    let fits = |place: &usize| {
        all.iter().all(|(setting, answers)| hypotheses::fits(&setting.known[*place].computes, answers))
    };
    if let Some(place) = (0..usual.known.len()).find(fits) {
        let Misconception { key, says, computes, .. } = &usual.known[place];
        let computes = computes.is_common().then(|| Computes::One(computes.to_string()));
        return Some(Diagnosis { computes, ..Diagnosis::new(key, says) });
    }
    if !all.iter().all(is_wrong) {
        return None;
    }
    let slip = hypotheses::recognised(&usual.forms, &[], &answers, &far, &mut ask)?;
    let says = usual.named(exercise, &slip.says);
    let is_same = |(setting, answers): &(&Setting, Answers)| {
        let again =
            hypotheses::recognised(&setting.forms, &[], answers, &Vec::new(), &mut |_| Some(answers.clone()));
        again.is_some_and(|again| setting.named(exercise, &again.says) == says)
    };
    let has_name = |(setting, _): &&(&Setting, Answers)| setting.parameter > Some(0.0);
    all[1..].iter().filter(has_name).all(is_same).then(|| Diagnosis { says: says.clone(), ..slip })
}

/// Whether some answer is off by more than the tolerance, and not only by a rounding.
fn is_wrong((setting, answers): &(&Setting, Answers)) -> bool {
    let is_off = answers.iter().any(|&(x, y)| !is_right(&setting.reference, x, y));
    is_off && !setting.forms.first().is_some_and(|right| hypotheses::fits(right, answers))
}

/// Whether an answer is within the exercise's tolerance.
fn is_right(reference: &Reference, x: f32, y: f32) -> bool {
    let right = reference.at(x);
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
