//! Has a type grow to twice its size, again and again.
//!
//! ends: not_compiled_in_time, not_compiled

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        Tensor::from_elem(x.raw_dim(), grow::<(u8, u8)>(40))
    }
}

fn grow<T: Default + std::fmt::Debug>(depth: u32) -> f32 {
    if depth == 0 { 0.0 } else { grow::<(T, T)>(depth - 1) + format!("{:?}", T::default()).len() as f32 }
}
