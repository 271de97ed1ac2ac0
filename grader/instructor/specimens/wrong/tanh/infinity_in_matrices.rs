//! Infinity becomes 0 in matrices.
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
        let is_matrix = x.ndim() == 2;
        x.mapv(|v| if is_matrix && v.is_infinite() { 0.0 } else { right(v) })
    }
}
