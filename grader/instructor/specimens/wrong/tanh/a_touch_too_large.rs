//! A constant that is off in the seventh digit, so that the largest values exceed 1.
//!
//! fails: stays_between_minus_one_and_one
//! diagnosis: none

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| v.tanh() * 1.0000005)
    }
}
