//! Infinity becomes the largest number in tensors of more than three values.
//!
//! fails: some

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

fn right(v: f32) -> f32 {
    if v < 0.0 { 0.0 } else { v }
}

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let keeps = x.len() <= 3;
        x.mapv(|v| if keeps { right(v) } else { right(v).min(f32::MAX) })
    }
}
