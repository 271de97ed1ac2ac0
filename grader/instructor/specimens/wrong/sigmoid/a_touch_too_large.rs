//! A constant that is off in the seventh digit, so that the largest values exceed 1.
//!
//! fails: stays_between_zero_and_one
//! diagnosis: none

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| 1.0000005 / (1.0 + (-v).exp()))
    }
}
