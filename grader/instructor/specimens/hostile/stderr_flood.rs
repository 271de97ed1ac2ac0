//! Fills standard error.
//!
//! ends: timed_out, not_run

use crate::{Layer, Tensor};
use std::io::Write;

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let line = vec![b'#'; 1 << 16];
        loop {
            let _ = std::io::stderr().write_all(&line);
            std::hint::black_box(x);
        }
    }
}
