//! The textbook quotient, with an answer of its own far out.

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.mapv(|v| {
            if v.abs() > 30.0 {
                return v.signum();
            }
            let (up, down) = (v.exp(), (-v).exp());
            (up - down) / (up + down)
        })
    }
}
