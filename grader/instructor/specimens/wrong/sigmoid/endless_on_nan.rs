//! The exponent is halved until it is small, which NaN never is.
//!
//! fails: holds_out, keeps_nan
//! diagnosis: none

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| (1.0 / (1.0 + exponential(f64::from(-v.clamp(-80.0, 80.0))))) as f32)
    }
}

fn exponential(x: f64) -> f64 {
    let mut part = x;
    let mut halvings = 0;
    loop {
        if part.abs() < 0.1 {
            break;
        }
        part /= 2.0;
        halvings += 1;
    }
    let mut e =
        1.0 + part * (1.0 + part / 2.0 * (1.0 + part / 3.0 * (1.0 + part / 4.0 * (1.0 + part / 5.0))));
    for _ in 0..halvings {
        e *= e;
    }
    e
}
