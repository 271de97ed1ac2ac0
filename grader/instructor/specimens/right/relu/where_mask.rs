//! A tensor of truth values first, the choice second.

use ndarray::Zip;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let negative = x.mapv(|v| v < 0.0);
        Zip::from(&negative).and(x).map_collect(|&negative, &v| if negative { 0.0 } else { v })
    }
}
