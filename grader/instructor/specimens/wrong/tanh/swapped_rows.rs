//! The rows come out from the last to the first.
//!
//! fails: agrees_with_the_reference, computes_large_tensors, computes_the_example, keeps_nan,
//!     keeps_the_shape, never_decreases, saturates_without_overflow
//! diagnosis: order_scrambled

use ndarray::Axis;

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = x.mapv(f32::tanh);
        if out.ndim() > 0 {
            out.invert_axis(Axis(0));
        }
        out
    }
}
