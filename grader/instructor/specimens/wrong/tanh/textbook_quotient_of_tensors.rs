//! The formula as it stands in the lesson, with whole tensors.
//!
//! fails: saturates_without_overflow
//! diagnosis: overflows_to_nan

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        let (up, down) = (x.exp(), (-x).exp());
        (&up - &down) / (&up + &down)
    }
}
