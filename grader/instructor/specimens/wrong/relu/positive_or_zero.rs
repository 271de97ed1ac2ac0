//! Whatever is not above 0 becomes 0, and so does NaN.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| if v > 0.0 { v } else { 0.0 })
    }
}
