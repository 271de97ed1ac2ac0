//! GELU in its form with tanh.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_positive_values, passes_extremes,
//!     zeroes_negative_values
//! diagnosis: gelu

use std::f32::consts::PI;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| 0.5 * v * (1.0 + ((2.0 / PI).sqrt() * (v + 0.044715 * v.powi(3))).tanh()))
    }
}
