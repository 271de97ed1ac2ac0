//! The input is limited with `max` and `min`, which drop NaN.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| {
            let v = v.max(-80.0).min(80.0);
            1.0 / (1.0 + (-v).exp())
        })
    }
}
