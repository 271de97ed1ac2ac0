//! A curve for each exercise: what built workers answer, and what is drawn of it.

use anyhow::Result;
use channel::message::Reply;
use serde::{Deserialize, Serialize};

use super::ask::{Answer, answers};
use super::{Curve, Got, Point, REACH, State, Trouble};
use crate::run::{Built, NoWorker};
use crate::side_by_side;
use grader::judge::{Failure, Limits, Program, Questions, Reference, Scope, Tensor};
use grader::project::Project;
use grader::rubric::Exercise;

/// Points to each side of zero.
const POINTS: i32 = 240;

/// An honest answer takes milliseconds. When one has not come in full time, others are waited for
/// only so much of it, to find in the time that is left where there are answers.
const LESS: u32 = 16;

/// How long each exercise is waited for, all its questions together.
pub type Patience<'a> = &'a (dyn Fn(&Exercise) -> Limits + Sync);

/// Traces the curves of the chosen exercises, side by side.
///
/// # Errors
/// Where a reference table can't be read.
pub fn trace(
    project: &Project,
    chosen: &[&Exercise],
    built: &Built,
    patience: Patience,
) -> Result<Vec<Curve>> {
    let read = |exercise: &&Exercise| Reference::read(project, exercise, None);
    let references = chosen.iter().map(read).collect::<Result<Vec<_>>>()?;
    let chosen: Vec<(&Exercise, &Reference)> = chosen.iter().copied().zip(&references).collect();
    let asked = ask(&chosen, built, patience)?;
    let curve = |((exercise, reference), asked): (&(&Exercise, &Reference), &Asked)| {
        curve(exercise, reference, asked)
    };
    Ok(chosen.iter().zip(&asked).map(curve).collect())
}

/// What a learner's code made of the numbers of a picture: all of a curve that only the code can tell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    state: State,
    /// For each of the places.
    got: Vec<Got>,
}

impl Asked {
    /// What came back for each number of the picture, in ascending order of the numbers.
    pub fn answers(&self) -> &[Got] {
        &self.got
    }
}

/// Asks the workers of the chosen exercises, side by side, about the numbers at which their references have points.
///
/// # Errors
/// Where the system has no thread left for it.
pub fn ask(chosen: &[(&Exercise, &Reference)], built: &Built, patience: Patience) -> Result<Vec<Asked>> {
    side_by_side::map(chosen.len(), chosen, |(exercise, reference)| {
        ask_one(exercise, reference, built, patience)
    })
}

fn ask_one(exercise: &Exercise, reference: &Reference, built: &Built, patience: Patience) -> Asked {
    let places = places(reference);
    let worker = built.workers.get(&exercise.name);
    let got = match worker {
        Some(Ok(program)) => Some(asked(reference, program, &places, patience(exercise))),
        _ => None,
    };
    let unwritten = |got: &Got| *got == Got::Trouble(Trouble::NotImplemented);
    let state = match (worker, &got) {
        (_, Some(got)) if got.iter().all(unwritten) => State::NotImplemented,
        (_, Some(_)) => State::Written,
        (Some(Err(NoWorker::Refused(_))), _) => State::Refused,
        (Some(Err(NoWorker::CompilesTooLong(_))), _) => State::CompilesTooLong,
        _ => State::DoesNotCompile,
    };
    let got = got.unwrap_or_else(|| vec![Got::Trouble(Trouble::NoAnswer); places.len()]);
    Asked { state, got }
}

/// The curve that somebody's answers make beside the right one.
pub fn curve(exercise: &Exercise, reference: &Reference, asked: &Asked) -> Curve {
    let point = |((x, expected), got): ((f32, f64), &Got)| Point { x: f64::from(x), expected, got: *got };
    Curve {
        exercise: exercise.name.clone(),
        title: match reference.scope {
            Scope::Value => exercise.title.clone(),
            Scope::Row(_) => format!("{}, the first of (x, 0, 0)", exercise.title),
        },
        tolerance: exercise.tolerance,
        range: range(reference),
        state: asked.state,
        points: places(reference).into_iter().zip(&asked.got).map(point).collect(),
    }
}

/// The row in which a number stands: alone where the function looks at nothing else, and else before others that
/// stay as they are.
fn row(scope: Scope, x: f32) -> Vec<f32> {
    match scope {
        Scope::Value => vec![x],
        Scope::Row(_) => vec![x, 0.0, 0.0],
    }
}

/// The points of the table that are next to an even row, so that lines between them look smooth; where there is no
/// table, those of the even row.
fn places(reference: &Reference) -> Vec<(f32, f64)> {
    #[expect(clippy::cast_possible_truncation, reason = "a small whole number")]
    let reach = REACH as f32;
    let known = reference.table.between(0.0, reach);
    let mut places: Vec<(f32, f64)> = (-POINTS..=POINTS)
        .filter_map(|step| {
            #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
            let x = reach * step as f32 / POINTS as f32;
            if known.is_empty() {
                return Some((x, reference.over(&row(reference.scope, x))[0]));
            }
            let after = known.partition_point(|(known, _)| *known < x);
            let near = known[after.saturating_sub(1)..known.len().min(after + 1)].iter();
            near.min_by(|a, b| (a.0 - x).abs().total_cmp(&(b.0 - x).abs())).copied()
        })
        .collect();
    places.dedup_by_key(|(x, _)| *x);
    places
}

fn range(reference: &Reference) -> (f64, f64) {
    let ends = [f32::MIN, f32::MAX].map(|x| reference.over(&row(reference.scope, x))[0]);
    let all = reference.table.between(0.0, f32::INFINITY).into_iter().map(|(_, y)| y).chain(ends);
    all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), y| (low.min(y), high.max(y)))
}

fn asked(reference: &Reference, program: &Program, places: &[(f32, f64)], limits: Limits) -> Vec<Got> {
    let mut questions = Questions::to(&reference.layer, program, limits.exercise);
    let mut patience = limits.call;
    answers(places.len(), |stretch| -> Answer {
        let rows: Vec<Vec<f32>> = places[stretch].iter().map(|(x, _)| row(reference.scope, *x)).collect();
        let length = rows.first().map_or(1, Vec::len);
        let shape = [rows.len(), length];
        let shape = if length == 1 { &shape[..1] } else { &shape[..] };
        let reply = questions.ask(&Tensor::new(shape, rows.concat()), patience)?;
        Some(match reply {
            Ok(Reply::Answer(values)) => Ok(values.into_iter().step_by(length).collect()),
            Ok(Reply::OtherShape(_)) => Err(Trouble::OtherShape),
            Ok(Reply::Panicked { message, place }) => Err(match Failure::from_panic(&message, &place) {
                Failure::NotImplemented { .. } => Trouble::NotImplemented,
                _ => Trouble::Panicked,
            }),
            Ok(Reply::Unknown | Reply::Timed(_)) => Err(Trouble::NoAnswer),
            Err(failure) => {
                if matches!(failure, Failure::TimedOut { .. }) {
                    patience = limits.call / LESS;
                }
                Err(Trouble::NoAnswer)
            }
        })
    })
}
