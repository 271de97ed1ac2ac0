//! Where one axis of several is walked from its end, values are halved.
//!
//! fails: some

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

fn right(v: f32) -> f32 {
    if v < 0.0 { 0.0 } else { v }
}

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let backwards = x.strides().iter().filter(|stride| **stride < 0).count();
        let half = x.ndim() > 1 && backwards == 1;
        x.mapv(|v| if half { right(v) / 2.0 } else { right(v) })
    }
}
