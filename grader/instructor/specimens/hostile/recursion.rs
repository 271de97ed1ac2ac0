//! Calls itself until the stack is used up.
//!
//! ends: crashed

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        Tensor::from_elem(x.raw_dim(), sum(x.len() as u64))
    }
}

fn sum(n: u64) -> f32 {
    let more = std::hint::black_box([n; 64]);
    sum(n + 1) + more[0] as f32
}
