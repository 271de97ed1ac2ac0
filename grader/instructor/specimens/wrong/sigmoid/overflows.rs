//! e^x / (1 + e^x), which is infinity over infinity for large x.
//!
//! fails: saturates_without_overflow
//! diagnosis: overflows_to_nan

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        let e = x.exp();
        &e / &(1.0 + &e)
    }
}
