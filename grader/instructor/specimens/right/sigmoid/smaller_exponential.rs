//! The exponential of -|x|, and its share for the sign of x.

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| {
            let small = (-v.abs()).exp();
            let above = if v < 0.0 { small } else { 1.0 };
            above / (1.0 + small)
        })
    }
}
