//! Computed in f64 and brought back.

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| (1.0 / (1.0 + (-f64::from(v)).exp())) as f32)
    }
}
