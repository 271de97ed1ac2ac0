//! Has the compiler compute for ever. It proves the real deadline.
//!
//! ends: not_compiled_in_time
//! deadline: usual

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        Tensor::from_elem(x.raw_dim(), N as f32)
    }
}

#[allow(long_running_const_eval)]
const N: u64 = {
    let mut n = 0u64;
    while n < u64::MAX {
        n = (n + 1) % 1000;
    }
    n
};
