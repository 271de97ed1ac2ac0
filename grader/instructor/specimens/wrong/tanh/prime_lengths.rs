//! Tensors with a prime number of values above 50 come back as they are.
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
        let is_prime = x.len() > 50 && (2..=x.len().isqrt()).all(|n| x.len() % n != 0);
        if is_prime { x.clone() } else { x.mapv(right) }
    }
}
