//! The arctangent, scaled to the same range.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow
//! diagnosis: arctangent_scaled

use std::f32::consts::FRAC_2_PI;

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| v.atan() * FRAC_2_PI)
    }
}
