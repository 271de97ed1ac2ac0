//! A chain of iterator adaptors, collected and shaped.

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        let values = x.iter().map(|v| -v).map(f32::exp).map(|e| 1.0 / (1.0 + e)).collect();
        Tensor::from_shape_vec(x.shape(), values).expect("one value for each of x")
    }
}
