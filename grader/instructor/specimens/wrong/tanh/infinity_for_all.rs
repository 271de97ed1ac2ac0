//! One infinite value turns all values of its tensor into signs.
//!
//! fails: saturates_without_overflow
//! diagnosis: depends_on_neighbours

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        if x.iter().any(|v| v.is_infinite()) {
            return x.mapv(f32::signum);
        }
        x.mapv(f32::tanh)
    }
}
