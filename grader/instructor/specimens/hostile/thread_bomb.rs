//! Starts two thousand threads.
//!
//! ends: panicked, crashed, not_run

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        for _ in 0..2000 {
            std::thread::spawn(std::thread::park);
        }
        x.mapv(|v| if v < 0.0 { 0.0 } else { v })
    }
}
