//! Taken for a vector, which it has to be.
//!
//! fails: accepts_a_batch, keeps_the_shape
//! diagnosis: one_rank_only

use ndarray::Ix1;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let vector = x.view().into_dimensionality::<Ix1>().expect("a vector");
        vector.mapv(|v| if v < 0.0 { 0.0 } else { v }).into_dyn()
    }
}
