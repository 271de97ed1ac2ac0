//! `exp_m1` is e^x - 1, so that 2 takes the place of 1.

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| 1.0 / (2.0 + (-v).exp_m1()))
    }
}
