//! Taken for a matrix, which it has to be.
//!
//! fails: accepts_empty_tensors, agrees_with_the_reference, computes_the_example, is_one_half_at_zero,
//!     keeps_the_shape, lies_between_its_neighbours, mirrors_around_one_half, never_decreases,
//!     reads_any_memory_layout, saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: one_rank_only

use ndarray::Ix2;

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        let matrix = x.to_owned().into_dimensionality::<Ix2>().unwrap();
        matrix.mapv(|v| 1.0 / (1.0 + (-v).exp())).into_dyn()
    }
}
