//! A method for one number.

use crate::{Layer, Tensor};

/// A learner's LeakyReLU.
#[derive(Debug, Clone, Copy)]
pub struct LeakyReLU {
    /// The slope.
    pub slope: f32,
}

impl Default for LeakyReLU {
    fn default() -> Self {
        LeakyReLU { slope: 0.01 }
    }
}

impl LeakyReLU {
    fn leak(&self, v: f32) -> f32 {
        if v.is_sign_negative() && !v.is_nan() {
            return v * self.slope;
        }
        v
    }
}

impl Layer for LeakyReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| self.leak(v))
    }
}
