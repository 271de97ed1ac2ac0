//! Between 25 and 30 it is undecided.
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
        x.mapv(|v| if v > 25.0 && v < 30.0 { 0.5 } else { right(v) })
    }
}
