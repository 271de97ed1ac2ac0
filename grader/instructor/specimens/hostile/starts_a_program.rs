//! Starts a program that would keep the pipe of its output open.
//!
//! ends: panicked

use crate::{Layer, Tensor};
use std::process::Command;

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        if Command::new("/bin/sleep").arg("60").spawn().is_ok() {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
