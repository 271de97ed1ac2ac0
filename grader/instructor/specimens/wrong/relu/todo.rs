//! Not begun.
//!
//! fails: all
//! diagnosis: none

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        todo!("ReLU of a tensor of shape {:?}", x.shape())
    }
}
