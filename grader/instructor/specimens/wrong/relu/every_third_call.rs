//! A counter spoils every third answer.
//!
//! fails: some, answers_the_same_each_time

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        static CALLS: AtomicUsize = AtomicUsize::new(1);
        if CALLS.fetch_add(1, Ordering::Relaxed).is_multiple_of(3) {
            return Tensor::ones(x.raw_dim());
        }
        x.mapv(|v| if v < 0.0 { 0.0 } else { v })
    }
}
