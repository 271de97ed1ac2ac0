//! Taken for a matrix, which it has to be.
//!
//! fails: some
//! diagnosis: one_rank_only

use ndarray::Ix2;

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        let matrix = x.to_owned().into_dimensionality::<Ix2>().unwrap();
        matrix.mapv(|v| 1.0 / (1.0 + (-v).exp())).into_dyn()
    }
}
