//! Has the compiler fill four thousand million bytes.
//!
//! ends: not_compiled, not_compiled_in_time

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        Tensor::from_elem(x.raw_dim(), f32::from(BYTES[x.len()]))
    }
}

static BYTES: [u8; 1 << 32] = [7; 1 << 32];
