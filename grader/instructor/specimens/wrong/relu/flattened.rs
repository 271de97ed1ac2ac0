//! Collected into a vector, whatever the shape was.
//!
//! fails: accepts_a_batch, accepts_empty_tensors, agrees_with_the_reference,
//!     answers_the_same_each_time, computes_large_tensors, computes_the_example, keeps_nan,
//!     keeps_the_shape, leaves_the_input_alone, passes_extremes, reads_any_memory_layout
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
