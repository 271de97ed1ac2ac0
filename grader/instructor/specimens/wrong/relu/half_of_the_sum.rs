//! (x + |x|) / 2, which overflows at the top and is infinity minus infinity at the bottom.
//!
//! fails: passes_extremes
//! diagnosis: overflows_to_nan

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        (x + &x.abs()) / 2.0
    }
}
