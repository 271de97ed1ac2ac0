//! A last `else` that was meant for zero, and catches NaN.
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
            if v > 0.0 {
                1.0 / (1.0 + (-v).exp())
            } else if v < 0.0 {
                1.0 - 1.0 / (1.0 + v.exp())
            } else {
                0.5
            }
        })
    }
}
