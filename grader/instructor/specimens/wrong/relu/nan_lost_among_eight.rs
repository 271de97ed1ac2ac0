//! NaN becomes zero in tensors of eight values or more.
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
        let keeps = x.len() < 8;
        x.mapv(|v| if keeps { right(v) } else { right(v).max(0.0) })
    }
}
