//! `f32::max`, which drops NaN.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| v.max(0.0))
    }
}
