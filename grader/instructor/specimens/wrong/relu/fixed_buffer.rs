//! A buffer of 4096 values, which is plenty for every example.
//!
//! fails: agrees_with_the_reference, computes_large_tensors
//! diagnosis: small_only

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut values = [0.0; 4096];
        for (i, &v) in x.iter().enumerate() {
            values[i] = if v < 0.0 { 0.0 } else { v };
        }
        Tensor::from_shape_vec(x.raw_dim(), values[..x.len()].to_vec()).expect("one value for each of x")
    }
}
