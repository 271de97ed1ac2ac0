//! Computed in blocks of four, and what is left over stays as it was.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_the_example, is_one_half_at_zero,
//!     keeps_the_shape, reads_any_memory_layout, saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: partly_done

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut values: Vec<f32> = x.iter().copied().collect();
        for block in values.chunks_exact_mut(4) {
            block.iter_mut().for_each(|v| *v = 1.0 / (1.0 + (-*v).exp()));
        }
        Tensor::from_shape_vec(x.raw_dim(), values).unwrap()
    }
}
