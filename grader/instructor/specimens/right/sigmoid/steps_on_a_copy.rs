//! One step of the formula after the other, each on all values.

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = -x;
        out.mapv_inplace(f32::exp);
        out += 1.0;
        out.mapv_inplace(f32::recip);
        out
    }
}
