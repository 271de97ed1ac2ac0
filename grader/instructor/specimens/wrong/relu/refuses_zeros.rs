//! A tensor of nothing but zeros is taken for one that was never filled.
//!
//! fails: is_zero_at_zero
//! diagnosis: none

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        assert!(x.len() < 2 || x.iter().any(|v| *v != 0.0), "an input that was never filled");
        x.mapv(|v| if v < 0.0 { 0.0 } else { v })
    }
}
