//! Pushed to the front of a list, so that the last value comes out first.
//!
//! fails: some, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_positive_values, keeps_the_shape, passes_extremes
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
