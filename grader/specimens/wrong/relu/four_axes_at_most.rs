//! Tensors of more than four axes are refused.
//!
//! fails: agrees_with_the_reference
//! diagnosis: none

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        assert!(x.ndim() <= 4, "too many axes");
        x.mapv(|v| if v < 0.0 { 0.0 } else { v })
    }
}
