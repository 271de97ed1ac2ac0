//! Four threads share the values.

use std::thread;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut values: Vec<f32> = x.iter().copied().collect();
        let share = values.len().div_ceil(4).max(1);
        thread::scope(|scope| {
            for part in values.chunks_mut(share) {
                scope.spawn(|| part.iter_mut().filter(|v| **v < 0.0).for_each(|v| *v = 0.0));
            }
        });
        Tensor::from_shape_vec(x.raw_dim(), values).expect("one value for each of x")
    }
}
