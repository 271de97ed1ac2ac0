//! Is followed by a hundred MB of nothing.
//!
//! ends: no_file
//! as: hundred-megabytes

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| if v < 0.0 { 0.0 } else { v })
    }
}
