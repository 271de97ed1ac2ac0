//! The S of the arctangent, moved to the range from 0 to 1.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow
//! diagnosis: arctangent_half

use std::f32::consts::PI;

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| 0.5 + v.atan() / PI)
    }
}
