//! The number of values is counted with sixteen bits.
//!
//! fails: computes_large_tensors
//! diagnosis: small_only

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = x.clone();
        out.iter_mut().take(usize::from(x.len() as u16)).for_each(|v| *v = if *v < 0.0 { 0.0 } else { *v });
        out
    }
}
