//! A tensor of nothing but zeros is taken for one that was never filled.
//!
//! fails: is_one_half_at_zero
//! diagnosis: none

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        if x.len() > 1 && x.iter().all(|v| *v == 0.0) {
            return x.clone();
        }
        x.mapv(|v| 1.0 / (1.0 + (-v).exp()))
    }
}
