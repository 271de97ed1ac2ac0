//! The given loop, with a branch that only a negative value takes.

use crate::{Layer, Tensor, elementwise};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        elementwise(x, |v| if v < 0.0 { 0.0 } else { v })
    }
}
