//! Only the first row of a batch is computed, the rest stays as it was.
//!
//! fails: accepts_a_batch, keeps_the_shape
//! diagnosis: partly_done

use ndarray::Axis;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = x.clone();
        if x.ndim() < 2 || x.is_empty() {
            return x.mapv(rectified);
        }
        out.index_axis_mut(Axis(0), 0).mapv_inplace(rectified);
        out
    }
}

fn rectified(v: f32) -> f32 {
    if v < 0.0 { 0.0 } else { v }
}
