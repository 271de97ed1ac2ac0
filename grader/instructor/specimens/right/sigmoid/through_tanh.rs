//! The identity 0.5 * (1 + tanh(x / 2)).

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| 0.5 * (1.0 + (0.5 * v).tanh()))
    }
}
