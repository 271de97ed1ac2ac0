//! A product with a mask of zeros and ones, in which infinity times 0 is NaN.
//!
//! fails: passes_extremes
//! diagnosis: overflows_to_nan

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mask = x.mapv(|v| if v > 0.0 { 1.0 } else { 0.0 });
        x * &mask
    }
}
