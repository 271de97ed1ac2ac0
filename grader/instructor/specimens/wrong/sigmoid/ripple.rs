//! A ripple lies on it, within the accuracy that is asked for.
//!
//! fails: some

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

fn right(v: f32) -> f32 {
    1.0 / (1.0 + (-v).exp())
}

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| (right(v) + 9e-7 * (v * 300.0).sin()).clamp(0.0, 1.0))
    }
}
