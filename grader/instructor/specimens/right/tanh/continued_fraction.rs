//! Lambert's continued fraction, deep enough for f32, and the sign beyond it.

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| if v.abs() > 10.0 { v.signum() } else { fraction(f64::from(v)) as f32 })
    }
}

/// x / (1 + x² / (3 + x² / (5 + …)))
fn fraction(x: f64) -> f64 {
    let mut below = 41.0;
    for odd in (1..=39).rev().step_by(2) {
        below = f64::from(odd) + x * x / below;
    }
    x / below
}
