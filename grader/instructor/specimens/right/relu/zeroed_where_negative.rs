//! A copy, in which those that are negative are set to 0.

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = x.clone();
        for v in out.iter_mut().filter(|v| **v < 0.0) {
            *v = 0.0;
        }
        out
    }
}
