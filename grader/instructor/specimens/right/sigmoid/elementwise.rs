//! The given loop, and the given exponential.

use crate::{Layer, Tensor, elementwise, math};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        elementwise(x, |v| 1.0 / (1.0 + math::exp(-v)))
    }
}
