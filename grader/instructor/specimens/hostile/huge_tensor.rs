//! Asks for a tensor of a million million values.
//!
//! ends: crashed, panicked

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        Tensor::zeros(vec![x.len().max(1) << 20, 1 << 20])
    }
}
