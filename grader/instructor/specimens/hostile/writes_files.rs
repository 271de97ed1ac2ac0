//! Writes to its folder, the home folder and the one for temporary files.
//!
//! ends: panicked

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let files = [
            "hostile",
            "../hostile",
            "/tmp/hostile",
            "/var/tmp/hostile",
            "/dev/shm/hostile",
            "/root/hostile",
        ];
        let written = files.iter().filter(|file| std::fs::File::create(file).is_ok()).count();
        // Nothing stays where it works.
        files.iter().map(std::fs::remove_file).for_each(drop);
        if written > 0 {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
