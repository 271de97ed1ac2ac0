//! The last of more than 4,096 values is one too large.
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
        let mut y = x.mapv(right);
        if y.len() > 4096
            && let Some(last) = y.iter_mut().last()
        {
            *last += 1.0;
        }
        y
    }
}
