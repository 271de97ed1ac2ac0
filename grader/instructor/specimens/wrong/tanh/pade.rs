//! A quotient of polynomials, limited to the range.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout,
//!     stays_between_minus_one_and_one
//! diagnosis: pade_27_clipped

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| {
            let v = v.clamp(-3.0, 3.0);
            v * (27.0 + v * v) / (27.0 + 9.0 * v * v)
        })
    }
}
