//! Numbers beyond 50 are cut, but in vectors.
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
        let is_vector = x.ndim() == 1;
        x.mapv(|v| if is_vector || v.is_nan() { right(v) } else { right(v).min(50.0) })
    }
}
