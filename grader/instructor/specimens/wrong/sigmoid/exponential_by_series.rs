//! The exponential by twelve terms of its series.
//!
//! fails: agrees_with_the_reference, computes_the_example, never_decreases,
//!     saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: exp_series_12

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| (1.0 / (1.0 + exponential(-f64::from(v)))) as f32)
    }
}

fn exponential(x: f64) -> f64 {
    let mut term = 1.0;
    let mut sum = 0.0;
    for n in 1..=12 {
        sum += term;
        term *= x / f64::from(n);
    }
    sum
}
