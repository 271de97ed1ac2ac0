//! A function of one row, in a `Vec`.

use ndarray::Axis;

use crate::{Layer, Tensor};

/// A learner's Softmax.
#[derive(Debug, Clone, Copy)]
pub struct Softmax {
    /// The axis.
    pub axis: Axis,
}

fn shares(row: &[f32]) -> Vec<f32> {
    let largest = row.iter().copied().reduce(f32::max).unwrap_or(0.0);
    let powers: Vec<f32> = row.iter().map(|v| (v - largest).exp()).collect();
    let sum: f32 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum).collect()
}

impl Layer for Softmax {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = x.clone();
        for mut row in out.lanes_mut(self.axis) {
            let new = shares(&row.to_vec());
            row.assign(&ndarray::Array1::from(new));
        }
        out
    }
}
