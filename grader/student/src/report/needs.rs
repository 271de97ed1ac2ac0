//! What can't be judged because something more basic fails.

use grader::outcome::{Outcome, Status};
use grader::rubric::{Check, Exercise};

/// Where a check comes to no answer and a more basic one fails, it is no second mistake: it is not judged.
pub fn leave_unjudged(exercise: &Exercise, outcomes: &mut [Outcome]) {
    let before = outcomes.to_vec();
    for (check, outcome) in exercise.checks.iter().zip(outcomes) {
        if let Some(basic) = more_basic(exercise, &before, check) {
            let why = format!("not judged, because `{}` fails: mend that first", basic.replace('_', " "));
            *outcome = Outcome::new(Status::NotJudged, why);
        }
    }
}

/// The check that keeps this one from being judged: one that it needs, or else one that that needs.
fn more_basic<'a>(exercise: &'a Exercise, outcomes: &[Outcome], check: &Check) -> Option<&'a str> {
    let of = |name: &str| exercise.checks.iter().zip(outcomes).find(|(check, _)| check.name == name);
    let (_, outcome) = of(&check.name)?;
    let failing = check.needs.iter().filter_map(|name| of(name));
    let failing = failing.filter(|(_, it)| !matches!(it.status, Status::Passed | Status::GraderError));
    let (basic, _) = failing.into_iter().find(|_| outcome.is_silent())?;
    more_basic(exercise, outcomes, basic).or(Some(&basic.name))
}
