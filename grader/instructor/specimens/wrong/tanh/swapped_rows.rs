//! The rows come out from the last to the first.
//!
//! fails: some, computes_the_example

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
