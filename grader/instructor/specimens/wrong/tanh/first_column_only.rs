//! Only the first column is computed, the rest is left at zero.
//!
//! fails: accepts_a_batch, keeps_the_shape
//! diagnosis: partly_done

use ndarray::Axis;

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = Tensor::zeros(x.raw_dim());
        if x.ndim() < 2 || x.is_empty() {
            return x.mapv(f32::tanh);
        }
        let last = Axis(x.ndim() - 1);
        out.index_axis_mut(last, 0).assign(&x.index_axis(last, 0).mapv(f32::tanh));
        out
    }
}
