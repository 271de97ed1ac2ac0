//! What a function is at any number, and not only at those of its table.
//!
//! The numbers come from `grader/instructor/tables/make.py`: polynomials, each for one piece of the line, fitted to
//! values with 60 digits. There is no formula in them that could be handed in.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// A function, piece by piece.
#[derive(Debug)]
pub struct Exact {
    pieces: Vec<Piece>,
}

/// A polynomial in `x - centre` that holds from `start` to where the next piece starts.
#[derive(Debug)]
struct Piece {
    start: f64,
    centre: f64,
    /// The constant first.
    coefficients: Vec<f64>,
}

impl Exact {
    /// The function that a file holds.
    ///
    /// # Errors
    /// Where the file can't be read.
    ///
    /// # Panics
    /// As [`parse`](Self::parse).
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self::parse(&text))
    }

    /// Reads lines of `start,centre,c0,c1,…`, sorted by their starts, the first of which is `-inf`.
    ///
    /// # Panics
    /// Where the text is anything else: the suite must not judge by what it can't read.
    pub fn parse(text: &str) -> Self {
        let piece = |line: &str| {
            let numbers: Option<Vec<f64>> = line.split(',').map(|number| number.parse().ok()).collect();
            match numbers.as_deref() {
                Some([start, centre, coefficients @ ..]) if !coefficients.is_empty() => {
                    Piece { start: *start, centre: *centre, coefficients: coefficients.to_vec() }
                }
                _ => panic!("line `{line}` is no piece of a function"),
            }
        };
        let pieces: Vec<Piece> = text.lines().map(piece).collect();
        assert!(pieces.first().is_some_and(|piece| piece.start == f64::NEG_INFINITY), "no piece from -inf");
        assert!(pieces.is_sorted_by(|a, b| a.start < b.start), "pieces have to ascend");
        Self { pieces }
    }

    /// f(x), within 1e-10 for the functions of this course; NaN for NaN.
    pub fn at(&self, x: f32) -> f64 {
        if x.is_nan() {
            return f64::NAN;
        }
        let x = f64::from(x);
        let after = self.pieces.partition_point(|piece| piece.start <= x);
        let Piece { centre, coefficients, .. } = &self.pieces[after.max(1) - 1];
        match &coefficients[..] {
            // A constant stays one at infinity, where 0 times the distance would be NaN.
            [constant] => *constant,
            [lower @ .., highest] => lower.iter().rev().fold(*highest, |sum, c| sum * (x - centre) + c),
            [] => unreachable!("a piece has a coefficient"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Reference, Tolerance};
    use crate::project::Project;
    use crate::rubric::Rubric;

    #[test]
    fn it_agrees_with_every_point_of_every_table() {
        let rubric = Rubric::read(&Project::of_this_build().suite()).expect("a rubric");
        assert!(!rubric.exercises.is_empty());
        for exercise in &rubric.exercises {
            if exercise.is_of_rows() {
                continue;
            }
            let project = Project::of_this_build();
            let exact = Exact::read(&project.pieces(&exercise.name)).expect("it reads");
            let Reference { table, .. } = Reference::of(&exercise.name);
            let points = table.between(0.0, f32::MAX);
            assert!(points.len() > 3000);
            for (x, y) in points {
                let off = (exact.at(x) - y).abs();
                assert!(off <= 1e-10 * y.abs().max(1.0), "{}({x}): off by {off:e}", exercise.name);
                assert!(
                    exercise.tolerance != Tolerance::EXACT || off == 0.0,
                    "{}({x}) has to be exact",
                    exercise.name
                );
            }
            assert!(exact.at(f32::NAN).is_nan());
            assert!(!exact.at(f32::INFINITY).is_nan() && !exact.at(f32::NEG_INFINITY).is_nan());
        }
    }

    #[test]
    #[should_panic = "is no piece"]
    fn a_line_that_is_no_piece_is_refused() {
        Exact::parse("-inf,0,1\n0,x,1\n");
    }
}
