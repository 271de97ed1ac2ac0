//! NaN with an unusual payload becomes 0.
//!
//! fails: some

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

fn right(v: f32) -> f32 {
    v.tanh()
}

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| {
            let is_usual = v.to_bits() << 1 == f32::NAN.to_bits() << 1;
            if v.is_nan() && !is_usual { 0.0 } else { right(v) }
        })
    }
}
