//! Computes for ever. It proves the real deadlines.
//!
//! ends: timed_out, not_run
//! deadline: usual

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        loop {
            std::hint::black_box(x);
        }
    }
}
