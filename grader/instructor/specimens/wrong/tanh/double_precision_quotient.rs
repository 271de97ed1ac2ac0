//! The quotient in f64, which overflows later, but overflows.
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
            let v = f64::from(v);
            ((v.exp() - (-v).exp()) / (v.exp() + (-v).exp())) as f32
        })
    }
}
