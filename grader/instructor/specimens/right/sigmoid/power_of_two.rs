//! A power of two with the exponent rescaled.

use std::f32::consts::LOG2_E;

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| (1.0 + (-v * LOG2_E).exp2()).recip())
    }
}
