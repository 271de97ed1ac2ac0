//! A power of the constant e, and a power of -1 for the quotient.

use std::f32::consts::E;

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| (1.0 + E.powf(-v)).powi(-1))
    }
}
