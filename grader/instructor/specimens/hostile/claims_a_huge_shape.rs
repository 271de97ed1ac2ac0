//! Answers with a shape of which one axis is empty and the others are huge.
//!
//! ends: wrong_shape

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        Tensor::zeros(vec![1 << 40, 1 << 20, x.len() * 0])
    }
}
