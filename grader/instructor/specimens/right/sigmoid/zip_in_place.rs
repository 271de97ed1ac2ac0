//! `Zip` walks input and output side by side.

use ndarray::Zip;

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = Tensor::zeros(x.raw_dim());
        Zip::from(&mut out).and(x).for_each(|y, v| *y = 1.0 / (1.0 + (-v).exp()));
        out
    }
}
