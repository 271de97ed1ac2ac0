//! 2 * sigmoid(2x): the 1 is not subtracted.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_zero_at_zero,
//!     saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: minus_one_lost

use crate::{Layer, Tensor, activations::Sigmoid};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        2.0 * Sigmoid.forward(&(2.0 * x))
    }
}
