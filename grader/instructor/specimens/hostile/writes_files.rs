//! Writes to its folder, the home folder and the one for temporary files.
//!
//! ends: panicked

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        if ["hostile", "../hostile", "/tmp/hostile", "/var/tmp/hostile", "/dev/shm/hostile", "/root/hostile"]
            .iter()
            .any(|file| std::fs::write(file, "here").is_ok())
        {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
