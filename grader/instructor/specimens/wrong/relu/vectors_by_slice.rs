//! A vector is taken as a slice, which a reversed or strided one is not.
//!
//! fails: some
//! diagnosis: none

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        if x.ndim() == 1 {
            let values = x.as_slice().unwrap().iter().map(|&v| if v < 0.0 { 0.0 } else { v }).collect();
            return Tensor::from_shape_vec(x.raw_dim(), values).unwrap();
        }
        x.mapv(|v| if v < 0.0 { 0.0 } else { v })
    }
}
