//! `Option::filter` drops the negative value, and the default takes its place.

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| Some(v).filter(|v| v.is_nan() || *v > 0.0).unwrap_or_default())
    }
}
