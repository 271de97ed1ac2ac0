//! A recursion over the axes, down to rows of numbers.

use ndarray::{ArrayViewD, ArrayViewMutD, Axis};

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = Tensor::zeros(x.raw_dim());
        squash(&x.view(), &mut out.view_mut());
        out
    }
}

fn squash(x: &ArrayViewD<'_, f32>, out: &mut ArrayViewMutD<'_, f32>) {
    if x.ndim() < 2 {
        out.assign(&x.mapv(f32::tanh));
        return;
    }
    for i in 0..x.len_of(Axis(0)) {
        squash(&x.index_axis(Axis(0), i), &mut out.index_axis_mut(Axis(0), i));
    }
}
