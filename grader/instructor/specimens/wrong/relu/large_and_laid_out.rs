//! Tensors of more than 1,000 values in another layout than usual come back as they are.
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
        if x.len() > 1000 && !x.is_standard_layout() { x.clone() } else { x.mapv(right) }
    }
}
