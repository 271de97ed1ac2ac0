//! Brings a manifest, a build script, a toolchain and a configuration that would build it in its own way.
//!
//! ends: panicked
//! as: project

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        if cfg!(hostile) {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("built as everybody's")
    }
}
