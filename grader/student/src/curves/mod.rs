//! What the learner's code computes over the picture's stretch of numbers, as plain data to draw.
//!
//! - `ask`: asks the worker, and finds where it fails
//! - `single`: a number of single precision where it is kept
//! - `trace`: a curve for each exercise, from built workers
//! - `words`: what a picture of it shows, for those who can't see it

mod ask;
mod single;
mod trace;
mod words;

use grader::judge::Tolerance;
use serde::{Deserialize, Serialize};

pub use trace::{Asked, Patience, ask, curve, trace};
pub use words::short;

/// The picture reaches from -`REACH` to `REACH`.
pub const REACH: f64 = 6.0;

/// A curve of the learner's beside the curve that it should be.
#[derive(Debug, Clone)]
pub struct Curve {
    /// The exercise's name in commands.
    pub exercise: String,
    /// Its name in the lesson.
    pub title: String,
    /// How far a value may be off, absolutely; 0 where it has to be exact.
    pub tolerance: Tolerance,
    /// The least and the greatest value that the function has anywhere.
    pub range: (f64, f64),
    /// What there is to draw.
    pub state: State,
    /// In ascending order.
    pub points: Vec<Point>,
}

/// What there is of the learner's to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A body.
    Written,
    /// Nothing: it is still a `todo!`.
    NotImplemented,
    /// Nothing: its file does not compile.
    DoesNotCompile,
    /// Nothing: compiling its file was ended.
    CompilesTooLong,
    /// Nothing: its file was refused, and not compiled.
    Refused,
}

/// One number, what the function is there, and what the learner's code made of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The input.
    pub x: f64,
    /// What the function is, by the reference table.
    pub expected: f64,
    /// What came back.
    pub got: Got,
}

/// What came back for one number.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Got {
    /// A finite number, which fits an `f32`.
    Number(#[serde(with = "single")] f64),
    /// None that could be drawn.
    Trouble(Trouble),
}

/// Why there is no number to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// It was NaN.
    Nan,
    /// It was infinite.
    Infinite,
    /// `forward` panicked.
    Panicked,
    /// The output had another shape than the input.
    OtherShape,
    /// The program hung or crashed, or there was no time left to ask.
    NoAnswer,
    /// A `todo!` was met.
    NotImplemented,
}

impl Trouble {
    /// In a word or two, as a legend has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nan => "NaN",
            Self::Infinite => "infinite",
            Self::Panicked => "panicked",
            Self::OtherShape => "another shape",
            Self::NoAnswer => "no answer",
            Self::NotImplemented => "not implemented yet",
        }
    }
}

/// Neighbouring points with the same trouble.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// What happened there.
    pub trouble: Trouble,
    /// The first of them.
    pub from: f64,
    /// The last of them.
    pub to: f64,
    /// How many there are.
    pub count: usize,
}

/// Pieces of a line: where a number is missing, it breaks.
pub type Pieces = Vec<Vec<(f64, f64)>>;

impl Curve {
    /// The curve as it should be.
    pub fn reference(&self) -> Vec<(f64, f64)> {
        self.points.iter().map(|point| (point.x, point.expected)).collect()
    }

    /// The learner's curve.
    pub fn yours(&self) -> Pieces {
        self.pieces(|_, y| y)
    }

    /// How far the learner's curve is off, absolutely.
    pub fn errors(&self) -> Pieces {
        self.pieces(|point, y| (y - point.expected).abs())
    }

    /// The stretch of values that a picture shows: all of the function's, and as much of the learner's as
    /// leaves the function's third of it, at least.
    pub fn window(&self) -> (f64, f64) {
        let ends = |(low, high): (f64, f64), y: f64| (low.min(y), high.max(y));
        let right = self.reference().into_iter().map(|(_, y)| y);
        let (low, high) = right.fold((f64::INFINITY, f64::NEG_INFINITY), ends);
        let span = high - low;
        let yours = self.yours().concat().into_iter().map(|(_, y)| y.clamp(low - span, high + span));
        let (low, high) = yours.fold((low, high), ends);
        (low - span * 0.08, high + span * 0.08)
    }

    /// Where there are no numbers, in ascending order.
    pub fn marks(&self) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        let mut previous = None;
        for point in self.points.iter().filter(|_| self.state == State::Written) {
            let trouble = match point.got {
                Got::Number(_) => None,
                Got::Trouble(trouble) => Some(trouble),
            };
            match (trouble, marks.last_mut()) {
                (Some(_), Some(mark)) if trouble == previous => {
                    (mark.to, mark.count) = (point.x, mark.count + 1);
                }
                (Some(trouble), _) => marks.push(Mark { trouble, from: point.x, to: point.x, count: 1 }),
                (None, _) => {}
            }
            previous = trouble;
        }
        marks
    }

    /// The kinds of trouble that there are.
    pub fn troubles(&self) -> Vec<Trouble> {
        let mut troubles: Vec<Trouble> = self.marks().iter().map(|mark| mark.trouble).collect();
        troubles.sort_unstable();
        troubles.dedup();
        troubles
    }

    fn pieces(&self, y: impl Fn(&Point, f64) -> f64) -> Pieces {
        let mut pieces = vec![Vec::new()];
        for point in &self.points {
            match point.got {
                Got::Number(got) => pieces.last_mut().expect("never empty").push((point.x, y(point, got))),
                Got::Trouble(_) => pieces.push(Vec::new()),
            }
        }
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }
}

/// The slope of a line, in the middle between each two of its points.
pub fn slope(line: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let between = |pair: &[(f64, f64)]| {
        let ((a, low), (b, high)) = (pair[0], pair[1]);
        (f64::midpoint(a, b), (high - low) / (b - a))
    };
    line.windows(2).map(between).collect()
}
