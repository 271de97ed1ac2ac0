//! How long the learner's activations take, beside the reference and a mere change of sign.
//!
//! Benchmarking libraries measure one thing to its end, and then the next. On a machine that somebody works
//! at, speed drifts meanwhile: here all take turns, in short rounds, and a median over the rounds is what
//! counts. Learners' code runs in a worker, as in grading, and the worker itself takes the time; no verdict
//! depends on it.
//!
//! - `contestant`: one worker's activation, asked round by round

mod contestant;

use std::path::Path;

use serde::Serialize;

use crate::run::{NoWorker, Workers};
use contestant::Contestant;
use grader::judge::Program;
use grader::rubric::Exercise;

/// How many values the tensors have, if nobody says: what fits into a processor's own cache, what fits into the one that
/// its neighbours share, and what fits into memory alone.
pub const SIZES: [u32; 3] = [1 << 16, 1 << 20, 1 << 24];

/// What takes part, and for how long.
#[derive(Debug)]
pub struct Match<'a> {
    /// The exercises to measure.
    pub exercises: Vec<&'a Exercise>,
    /// Who answers for the learner's code, by the exercise's name.
    pub yours: &'a Workers,
    /// The worker with the reference, where there is one.
    pub reference: Option<&'a Path>,
    /// How many rounds.
    pub rounds: usize,
    /// How many values the tensors have.
    pub sizes: &'a [u32],
}

/// Nanoseconds per value, or in words why there is no such number.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Time {
    /// The median of all rounds.
    Nanoseconds(f64),
    /// How it ended instead.
    None(String),
}

impl Time {
    /// The number, if there is one.
    pub fn nanoseconds(&self) -> Option<f64> {
        match self {
            Self::Nanoseconds(time) => Some(*time),
            Self::None(_) => None,
        }
    }
}

/// What was measured on tensors of one size.
#[derive(Debug, Clone, Serialize)]
pub struct Size {
    /// How many values they have.
    pub values: u32,
    /// A change of sign: every value read and written once, and next to nothing computed.
    pub negating: Time,
    /// The exercises, in the rubric's order.
    pub exercises: Vec<Pair>,
}

/// An exercise's times.
#[derive(Debug, Clone, Serialize)]
pub struct Pair {
    /// Its name in the rubric.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// The learner's.
    pub yours: Time,
    /// The reference's, where there is one.
    pub reference: Option<Time>,
}

/// Measures everything, in turns; `announce` is told of each size before it begins.
pub fn measure(of: &Match, announce: impl Fn(u32)) -> Vec<Size> {
    let size = |values| {
        announce(values);
        one_size(of, values)
    };
    of.sizes.iter().copied().map(size).collect()
}

fn one_size(of: &Match, values: u32) -> Size {
    let worker = of.yours.values().map(program).find(Result::is_ok);
    let worker = worker.unwrap_or(Err("no worker compiles"));
    let mut all = vec![Contestant::new(worker, channel::NEGATING, values)];
    for exercise in &of.exercises {
        let yours = of.yours.get(&exercise.name).map_or(Err("not built"), program);
        all.push(Contestant::new(yours, &exercise.name, values));
        all.extend(of.reference.map(|path| Contestant::new(Ok(path), &exercise.name, values)));
    }
    for _ in 0..of.rounds {
        all.iter_mut().for_each(Contestant::go);
    }
    let mut times = all.into_iter().map(Contestant::time);
    let mut next = || times.next().expect("one for each contestant");
    let negating = next();
    let pair = |exercise: &&Exercise| Pair {
        name: exercise.name.clone(),
        title: exercise.title.clone(),
        yours: next(),
        reference: of.reference.map(|_| next()),
    };
    Size { values, negating, exercises: of.exercises.iter().map(pair).collect() }
}

/// The program that answers, or why there is none.
fn program(worker: &Result<Program, NoWorker>) -> Result<&Path, &'static str> {
    match worker {
        Ok(Program { path, .. }) => Ok(path),
        Err(NoWorker::Refused(_)) => Err("refused: `cargo grade` says why"),
        Err(NoWorker::CompilesTooLong(_)) => Err("takes too long to compile"),
        Err(_) => Err("does not compile: `cargo grade` says why"),
    }
}
