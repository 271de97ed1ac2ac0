//! Goes to another folder.
//!
//! ends: panicked

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        if ["/tmp", "/home", "/root"].iter().any(|folder| std::env::set_current_dir(folder).is_ok()) {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
