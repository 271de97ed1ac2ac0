//! `Zip` walks input and output side by side.

use ndarray::Zip;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = Tensor::zeros(x.raw_dim());
        Zip::from(&mut out).and(x).for_each(|y, &v| *y = if v < 0.0 { 0.0 } else { v });
        out
    }
}
