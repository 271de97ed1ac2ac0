//! Allows what the crate forbids.
//!
//! ends: refused
//! unchecked: not_compiled

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        Tensor::from_elem(x.raw_dim(), one())
    }
}

#[allow(unsafe_code)]
fn one() -> f32 {
    unsafe { std::mem::transmute(0x3f80_0000u32) }
}
