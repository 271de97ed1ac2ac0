//! Between 1e-30 and 1e-20 it is 0.
//!
//! fails: some

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

fn right(v: f32) -> f32 {
    1.0 / (1.0 + (-v).exp())
}

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| if v > 1e-30 && v < 1e-20 { 0.0 } else { right(v) })
    }
}
