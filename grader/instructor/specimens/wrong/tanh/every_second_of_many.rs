//! Every second of more than 20,000 values is 0.
//!
//! fails: some

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

fn right(v: f32) -> f32 {
    v.tanh()
}

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut y = x.mapv(right);
        if y.len() > 20_000 {
            y.iter_mut().step_by(2).for_each(|v| *v = 0.0);
        }
        y
    }
}
