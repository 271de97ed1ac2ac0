//! An error in place of an answer.
//!
//! fails: all
//! diagnosis: none

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        panic!("no idea what to do with {x}")
    }
}
