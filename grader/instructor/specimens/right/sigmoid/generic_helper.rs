//! A helper with a type parameter, called with f64.

use std::ops::Neg;

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| logistic(f64::from(v), f64::exp) as f32)
    }
}

fn logistic<T>(v: T, exp: fn(T) -> T) -> f64
where
    T: Neg<Output = T> + Into<f64>,
{
    1.0 / (1.0 + exp(-v).into())
}
