//! Answers with more axes than anyone asked for.
//!
//! ends: wrong_shape, no_answer

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        Tensor::zeros(vec![1; x.ndim() + 60])
    }
}
