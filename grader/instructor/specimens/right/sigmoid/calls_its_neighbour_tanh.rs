//! The identity with tanh, by calling the neighbouring exercise.

use crate::{Layer, Tensor, activations::Tanh};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        0.5 * (1.0 + Tanh.forward(&(0.5 * x)))
    }
}
