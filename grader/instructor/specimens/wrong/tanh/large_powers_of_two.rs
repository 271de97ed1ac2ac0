//! Tensors of a power of two of at least 64 values come back as they are.
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
        if x.len() >= 64 && x.len().is_power_of_two() { x.clone() } else { x.mapv(right) }
    }
}
