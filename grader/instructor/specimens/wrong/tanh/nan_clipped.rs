//! The input is limited with `max` and `min`, which drop NaN.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| v.min(20.0).max(-20.0).tanh())
    }
}
