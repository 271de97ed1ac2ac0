//! Two ways to compute it that differ in the last digit, chosen by turns.
//!
//! fails: answers_the_same_each_time
//! diagnosis: changes_between_calls

use std::sync::atomic::{AtomicBool, Ordering};

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        static TURN: AtomicBool = AtomicBool::new(false);
        if TURN.fetch_not(Ordering::Relaxed) {
            return x.mapv(|v| 2.0 / (1.0 + (-2.0 * v).exp()) - 1.0);
        }
        x.mapv(f32::tanh)
    }
}
