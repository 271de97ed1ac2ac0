//! x minus its negative part, which is NaN at -infinity.
//!
//! fails: passes_extremes
//! diagnosis: overflows_to_nan

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| v - v.min(0.0))
    }
}
