//! A curve for each exercise, from built workers.

use std::thread;

use anyhow::Result;
use channel::message::Reply;

use super::ask::{Answer, answers};
use super::{Curve, Got, Point, REACH, State, Trouble};
use crate::grading::in_thread;
use crate::run::{Built, NoWorker};
use grader::judge::{Failure, Limits, Program, Questions, Table, Tensor};
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
    thread::scope(|scope| {
        let one = |exercise| move || curve(project, exercise, built, patience);
        let running: Vec<_> = chosen.iter().map(|exercise| in_thread(scope, one(exercise))).collect();
        running.into_iter().map(|wait| wait()).collect()
    })
}

fn curve(project: &Project, exercise: &Exercise, built: &Built, patience: Patience) -> Result<Curve> {
    let table = Table::read(&project.table(&exercise.name))?;
    let places = places(&table);
    let worker = built.workers.get(&exercise.name);
    let got = match worker {
        Some(Ok(program)) => Some(asked(&exercise.name, program, &places, patience(exercise))),
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
    let point =
        |((x, expected), got): (&(f32, f64), Got)| Point { x: f64::from(*x), expected: *expected, got };
    Ok(Curve {
        exercise: exercise.name.clone(),
        title: exercise.title.clone(),
        tolerance: exercise.tolerance,
        range: range(&table),
        state,
        points: places.iter().zip(got).map(point).collect(),
    })
}

/// The points of the table that are next to an even row, so that lines between them look smooth.
fn places(table: &Table) -> Vec<(f32, f64)> {
    #[expect(clippy::cast_possible_truncation, reason = "a small whole number")]
    let reach = REACH as f32;
    let known = table.between(0.0, reach);
    let mut places: Vec<(f32, f64)> = (-POINTS..=POINTS)
        .filter_map(|step| {
            #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
            let x = reach * step as f32 / POINTS as f32;
            let after = known.partition_point(|(known, _)| *known < x);
            let near = known[after.saturating_sub(1)..known.len().min(after + 1)].iter();
            near.min_by(|a, b| (a.0 - x).abs().total_cmp(&(b.0 - x).abs())).copied()
        })
        .collect();
    places.dedup_by_key(|(x, _)| *x);
    places
}

fn range(table: &Table) -> (f64, f64) {
    let all = table.between(0.0, f32::INFINITY).into_iter().map(|(_, y)| y);
    all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), y| (low.min(y), high.max(y)))
}

fn asked(exercise: &str, program: &Program, places: &[(f32, f64)], limits: Limits) -> Vec<Got> {
    let mut questions = Questions::to(exercise, program, limits.exercise);
    let mut patience = limits.call;
    answers(places.len(), |stretch| -> Answer {
        let numbers: Vec<f32> = places[stretch].iter().map(|(x, _)| *x).collect();
        let reply = questions.ask(&Tensor::new(&[numbers.len()], numbers), patience)?;
        Some(match reply {
            Ok(Reply::Answer(values)) => Ok(values),
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
