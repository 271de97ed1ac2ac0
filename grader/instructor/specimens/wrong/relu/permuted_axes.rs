//! Axes in another order than a plain transpose has give halves.
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
        let strides: Vec<isize> = x.strides().iter().map(|stride| stride.abs()).collect();
        let half = !strides.is_sorted() && !strides.is_sorted_by(|a, b| a >= b);
        x.mapv(|v| if half { right(v) / 2.0 } else { right(v) })
    }
}
