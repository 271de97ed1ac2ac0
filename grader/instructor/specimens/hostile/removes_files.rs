//! Removes and renames files. There are none of these names, and it still must be refused.
//!
//! ends: panicked

use crate::{Layer, Tensor};
use std::io::ErrorKind;

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        if [
            std::fs::remove_file("hostile"),
            std::fs::remove_dir_all("hostile"),
            std::fs::rename("hostile", "there"),
        ]
        .into_iter()
        .any(|done| done.err().is_none_or(|error| error.kind() != ErrorKind::PermissionDenied))
        {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
