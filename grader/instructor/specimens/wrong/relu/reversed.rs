//! Pushed to the front of a list, so that the last value comes out first.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors,
//!     computes_the_example, halves_add_up, keeps_nan, keeps_positive_values, keeps_the_shape,
//!     lies_between_its_neighbours, never_decreases, passes_extremes, reads_any_memory_layout
//! diagnosis: order_scrambled

use std::collections::VecDeque;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut values = VecDeque::new();
        for &v in x {
            values.push_front(if v < 0.0 { 0.0 } else { v });
        }
        Tensor::from_shape_vec(x.raw_dim(), values.into()).expect("one value for each of x")
    }
}
