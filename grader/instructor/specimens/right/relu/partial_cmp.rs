//! `partial_cmp` says less, equal, greater or nothing: only less becomes 0.

use std::cmp::Ordering;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| match v.partial_cmp(&0.0) {
            Some(Ordering::Less) => 0.0,
            _ => v,
        })
    }
}
