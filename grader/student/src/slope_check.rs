//! A slope, measured: by how much the learner's own function changes where its input changes a little.
//!
//! That is what courses on backpropagation call a numeric gradient check. It needs no formula, so it can be wrong only
//! where the function itself is.

use std::time::Duration;

use grader::judge::{Failure, Limits, Program, Questions, Tensor};

/// How far to both sides a function is asked, for numbers up to 1; in proportion for larger ones. With a smaller step the
/// last digits of an f32 are divided by too little, and with a larger one the curve is no longer straight: this is about
/// the cube root of an f32's precision, at which both cost as much.
pub const STEP: f32 = 1.0 / 256.0;

/// How far a measured slope may be off, and the two sides of a number apart: a little more than the last digits that
/// a right answer may have wrong come to, divided by two steps.
pub const CLOSE: f64 = 1e-3;

/// How long all questions may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A slope that was measured at a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// The numbers to both sides at which the function was asked.
    pub between: (f32, f32),
    /// From the one to the other: the central difference.
    pub slope: f64,
    /// From the one to the number itself, and from there to the other.
    pub sides: (f64, f64),
}

impl Measured {
    /// Of a function's values at a number and to both sides of it.
    fn of(xs: [f32; 3], ys: [f32; 3]) -> Self {
        let rise = |from: usize, to: usize| {
            (f64::from(ys[to]) - f64::from(ys[from])) / (f64::from(xs[to]) - f64::from(xs[from]))
        };
        Self { between: (xs[0], xs[2]), slope: rise(0, 2), sides: (rise(0, 1), rise(1, 2)) }
    }

    /// Whether the function has a corner there: it rises otherwise to one side than to the other, by more than a bent
    /// curve does in so small a step.
    pub fn is_corner(&self) -> bool {
        (self.sides.0 - self.sides.1).abs() > 0.05
    }
}

/// Measures the slope of a learner's function at a number; none at infinity and NaN, where there are no two sides.
///
/// # Errors
/// Where the function gives no answer.
pub fn measure(function: &str, program: &Program, x: f32) -> Result<Option<Measured>, Failure> {
    let step = STEP * x.abs().max(1.0);
    let xs = [x - step, x, x + step];
    if xs.iter().any(|x| !x.is_finite()) {
        return Ok(None);
    }
    let input = Tensor::new(&[3], xs.to_vec());
    let mut questions = Questions::to(function, program, PATIENCE);
    let Some(reply) = questions.ask(&input, Limits::USUAL.call) else {
        return Err(Failure::NotRun { limit: PATIENCE });
    };
    let ys = Failure::of_reply(&input, reply)?;
    Ok(Some(Measured::of(xs, [ys[0], ys[1], ys[2]])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(f: fn(f32) -> f32, x: f32) -> Measured {
        let xs = [x - STEP, x, x + STEP];
        Measured::of(xs, xs.map(f))
    }

    #[test]
    fn a_curve_has_a_slope_and_a_corner_two() {
        for x in [-2.0_f32, -0.3, 0.0, 0.5, 3.0] {
            let (measured, t) = (of(f32::tanh, x), f64::from(x).tanh());
            assert!((measured.slope - (1.0 - t * t)).abs() < CLOSE / 5.0, "{measured:?}");
            assert!(!measured.is_corner());
        }
        let corner = of(|x| x.max(0.0), 0.0);
        assert_eq!((corner.slope, corner.sides, corner.is_corner()), (0.5, (0.0, 1.0), true));
    }
}
