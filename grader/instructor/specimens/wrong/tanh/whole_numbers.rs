//! The input is rounded to a whole number, as all examples are.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, keeps_the_shape,
//!     lies_between_its_neighbours, reads_any_memory_layout
//! diagnosis: nearest_whole

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| v.round().tanh())
    }
}
