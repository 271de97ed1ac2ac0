//! Infinite inputs are answered apart, and both of them with 1.
//!
//! fails: saturates_without_overflow
//! diagnosis: none

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| if v.is_infinite() { 1.0 } else { 1.0 / (1.0 + (-v).exp()) })
    }
}
