//! Removes and renames what is in the folder for temporary files.
//!
//! ends: panicked

use crate::{Layer, Tensor};
use std::io::ErrorKind;

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        // There is nothing of these names: where removing is allowed, that is what is said.
        let tried = [
            std::fs::remove_file("/tmp/hostile"),
            std::fs::remove_dir_all("/tmp/hostile"),
            std::fs::rename("/tmp/hostile", "/tmp/there"),
        ];
        let is_there = std::fs::metadata("/tmp").is_ok();
        if tried.into_iter().any(|done| {
            done.err().is_none_or(|error| is_there && error.kind() == ErrorKind::NotFound)
        }) {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
