//! GELU in its form with tanh.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     halves_add_up, keeps_positive_values, keeps_the_shape, lies_between_its_neighbours, never_decreases,
//!     passes_extremes, reads_any_memory_layout, zeroes_negative_values
//! diagnosis: gelu

use std::f32::consts::PI;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| 0.5 * v * (1.0 + ((2.0 / PI).sqrt() * (v + 0.044715 * v.powi(3))).tanh()))
    }
}
