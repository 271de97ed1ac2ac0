//! A recursion over the values, one call for each, which runs out of stack.
//!
//! fails: computes_large_tensors
//! diagnosis: small_only

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        let values: Vec<f32> = x.iter().copied().collect();
        Tensor::from_shape_vec(x.raw_dim(), squash(&values, Vec::new())).unwrap()
    }
}

fn squash(values: &[f32], mut done: Vec<f32>) -> Vec<f32> {
    match values {
        [] => done,
        [first, rest @ ..] => {
            done.push(first.tanh());
            squash(rest, done)
        }
    }
}
