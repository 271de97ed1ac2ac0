//! The identity with sigmoid, by calling the neighbouring exercise as a function.

use crate::{Layer, Tensor, functional::sigmoid};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        2.0 * sigmoid(&(2.0 * x)) - 1.0
    }
}
