//! The sign bit is asked, so that a NaN with a sign (what 0/0 gives on x86) becomes 0.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| if v.is_sign_negative() { 0.0 } else { v })
    }
}
