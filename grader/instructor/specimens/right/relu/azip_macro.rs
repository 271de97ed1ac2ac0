//! The `azip!` macro, with `-v > 0` as the question.

use ndarray::azip;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = x.clone();
        azip!((y in &mut out, &v in x) if -v > 0.0 { *y = 0.0 });
        out
    }
}
