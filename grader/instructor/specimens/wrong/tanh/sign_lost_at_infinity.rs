//! A large input is 1, whatever its sign.
//!
//! fails: saturates_without_overflow
//! diagnosis: none

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| if v.abs() > 50.0 { 1.0 } else { v.tanh() })
    }
}
