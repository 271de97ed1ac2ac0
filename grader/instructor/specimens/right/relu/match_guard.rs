//! A `match` with a guard.

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| match v {
            v if v < 0.0 => 0.0,
            v => v,
        })
    }
}
