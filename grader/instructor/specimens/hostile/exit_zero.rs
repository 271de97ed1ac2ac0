//! Ends the program as if all were well.
//!
//! ends: no_answer

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let _ = x;
        std::process::exit(0)
    }
}
