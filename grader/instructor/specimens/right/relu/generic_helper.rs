//! A generic helper for whatever can be compared and has a zero.

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(rectified)
    }
}

fn rectified<T: PartialOrd + Default>(v: T) -> T {
    let zero = T::default();
    if v < zero { zero } else { v }
}
