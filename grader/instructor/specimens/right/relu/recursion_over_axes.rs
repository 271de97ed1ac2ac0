//! A recursion takes one axis after the other until a single number is left.

use ndarray::{ArrayViewD, ArrayViewMutD};

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = Tensor::zeros(x.raw_dim());
        rectify(x.view(), out.view_mut());
        out
    }
}

fn rectify(x: ArrayViewD<'_, f32>, mut out: ArrayViewMutD<'_, f32>) {
    if x.ndim() == 0 {
        let v = x.sum();
        out.fill(if v < 0.0 { 0.0 } else { v });
        return;
    }
    for (row, to) in x.outer_iter().zip(out.outer_iter_mut()) {
        rectify(row, to);
    }
}
