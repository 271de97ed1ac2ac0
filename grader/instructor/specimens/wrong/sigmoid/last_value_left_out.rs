//! The loop ends one value early.
//!
//! fails: some
//! diagnosis: partly_done

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        let mut out = x.clone();
        let count = x.len().saturating_sub(1);
        for v in out.iter_mut().take(count) {
            *v = 1.0 / (1.0 + (-*v).exp());
        }
        out
    }
}
