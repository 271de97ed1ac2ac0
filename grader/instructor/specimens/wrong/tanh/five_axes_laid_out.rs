//! Five axes in another layout than usual come back as they are.
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
        if x.ndim() == 5 && !x.is_standard_layout() { x.clone() } else { x.mapv(right) }
    }
}
