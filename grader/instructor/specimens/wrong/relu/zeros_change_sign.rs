//! The zeros are negative and positive in turn, from one call to the next.
//!
//! fails: answers_the_same_each_time
//! diagnosis: changes_between_calls

use std::sync::atomic::{AtomicBool, Ordering};

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        static NEGATIVE: AtomicBool = AtomicBool::new(false);
        let zero = if NEGATIVE.fetch_not(Ordering::Relaxed) { -0.0 } else { 0.0 };
        x.mapv(|v| if v < 0.0 { zero } else { v })
    }
}
