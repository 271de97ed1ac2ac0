//! What a picture shows, for those who can't see it.

use super::{Curve, Got, Point, REACH, State, Trouble};
use grader::judge::Tolerance;

impl Curve {
    /// What the picture shows, in one sentence.
    pub fn summary(&self) -> String {
        match self.state {
            State::NotImplemented => return "not implemented yet".to_owned(),
            State::DoesNotCompile => return "its file does not compile".to_owned(),
            State::CompilesTooLong => return "its file takes too long to compile".to_owned(),
            State::Refused => return "its file was refused, and not run".to_owned(),
            State::Written => {}
        }
        let errors: Vec<(f64, f64)> = self.errors().concat();
        let total = self.points.len();
        let is_wrong = |point: &&Point| match point.got {
            Got::Number(got) => (got - point.expected).abs() > self.tolerance.slack(point.expected),
            Got::Trouble(_) => false,
        };
        let wrong = self.points.iter().filter(is_wrong).count();
        let worst = errors.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a });
        let mut parts = match worst {
            Some((x, error)) if wrong > 0 => {
                vec![format!(
                    "wrong at {wrong} of {total} points, most of all at x = {}, by {}",
                    short(x),
                    short(error)
                )]
            }
            Some(_) if self.tolerance == Tolerance::EXACT && errors.len() == total => {
                vec![format!("exact at all {total} points from -{REACH} to {REACH}")]
            }
            Some(_) if errors.len() == total => {
                vec![format!("within the tolerance at all {total} points from -{REACH} to {REACH}")]
            }
            Some(_) => vec![format!("right at {} of {total} points", errors.len())],
            None => Vec::new(),
        };
        let marks = self.marks();
        for trouble in self.troubles() {
            let count: usize =
                marks.iter().filter(|mark| mark.trouble == trouble).map(|mark| mark.count).sum();
            let points = if count == 1 { "point" } else { "points" };
            parts.push(format!("{} at {count} {points}", Trouble::name(trouble)));
        }
        parts.join("; ")
    }
}

/// A number in few characters: three digits, and an exponent where it is very small or large.
pub fn short(number: f64) -> String {
    match number.abs() {
        0.0 => "0".to_owned(),
        1e-3..1e5 => format!("{}", (number * 1e3).round() / 1e3),
        _ => format!("{number:.0e}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curves::{Got, Mark, Point};

    #[test]
    fn troubles_are_marked_by_their_stretches_and_said() {
        let (nan, panicked) = (Got::Trouble(Trouble::Nan), Got::Trouble(Trouble::Panicked));
        let got = [nan, nan, Got::Number(2.5), panicked, nan, Got::Number(5.0)];
        let point = |(x, got)| Point { x, expected: x, got };
        let curve = Curve {
            exercise: "relu".into(),
            title: "ReLU".into(),
            tolerance: Tolerance::EXACT,
            range: (0.0, 5.0),
            state: State::Written,
            points: [0.0, 1.0, 2.0, 3.0, 4.0, 5.0].into_iter().zip(got).map(point).collect(),
        };
        let mark = |trouble, from, to, count| Mark { trouble, from, to, count };
        let expected = [
            mark(Trouble::Nan, 0.0, 1.0, 2),
            mark(Trouble::Panicked, 3.0, 3.0, 1),
            mark(Trouble::Nan, 4.0, 4.0, 1),
        ];
        assert_eq!(curve.marks(), expected);
        assert_eq!(curve.yours(), [vec![(2.0, 2.5)], vec![(5.0, 5.0)]]);
        let says =
            "wrong at 1 of 6 points, most of all at x = 2, by 0.5; NaN at 3 points; panicked at 1 point";
        assert_eq!(curve.summary(), says);
    }
}
