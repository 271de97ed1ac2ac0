//! The given exponential, in ndarray's loop.

use crate::{Layer, Tensor, math};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| 1.0 / (1.0 + math::exp(-v)))
    }
}
