//! `mapv_into` on an owned copy, with a function instead of a closure.

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.to_owned().mapv_into(rectified)
    }
}

fn rectified(v: f32) -> f32 {
    if v < 0.0 {
        return 0.0;
    }
    v
}
