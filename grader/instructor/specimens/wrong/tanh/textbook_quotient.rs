//! The formula as it stands in the lesson, which overflows far out.
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
            let (up, down) = (v.exp(), (-v).exp());
            (up - down) / (up + down)
        })
    }
}
