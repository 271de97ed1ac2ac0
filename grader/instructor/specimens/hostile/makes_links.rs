//! Makes folders and links.
//!
//! ends: panicked

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        if std::fs::create_dir("hostile").is_ok()
            || std::os::unix::fs::symlink("/etc/passwd", "hostile").is_ok()
            || std::fs::hard_link("/etc/passwd", "hostile").is_ok()
        {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
