//! Each value is looked for from the beginning, which takes too long on many.
//!
//! fails: some

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut values = Vec::new();
        for i in 0..x.len() {
            values.extend(x.iter().enumerate().find(|(j, _)| *j == i).map(|(_, v)| v.tanh()));
        }
        Tensor::from_shape_vec(x.raw_dim(), values).unwrap()
    }
}
