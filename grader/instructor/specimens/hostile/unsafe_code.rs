//! Reads memory that is not its own.
//!
//! ends: refused
//! unchecked: not_compiled

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let first = x.as_ptr().wrapping_sub(1 << 20);
        Tensor::from_elem(x.raw_dim(), unsafe { *first })
    }
}
