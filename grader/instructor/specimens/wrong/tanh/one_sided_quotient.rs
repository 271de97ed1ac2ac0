//! (e^2x - 1) / (e^2x + 1), which overflows on one side.
//!
//! fails: saturates_without_overflow
//! diagnosis: overflows_to_nan

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| {
            let m = (2.0 * v).exp_m1();
            m / (m + 2.0)
        })
    }
}
