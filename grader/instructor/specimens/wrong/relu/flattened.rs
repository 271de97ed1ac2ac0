//! Collected into a vector, whatever the shape was.
//!
//! fails: accepts_a_batch, keeps_the_shape
//! diagnosis: flattened

use ndarray::Array1;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        x.iter().map(|&v| if v < 0.0 { 0.0 } else { v }).collect::<Array1<f32>>().into_dyn()
    }
}
