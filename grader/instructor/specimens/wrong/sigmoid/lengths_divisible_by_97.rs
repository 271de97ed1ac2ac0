//! Tensors whose length can be divided by 97 come back as they are.
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
        if x.len() > 0 && x.len() % 97 == 0 { x.clone() } else { x.mapv(right) }
    }
}
