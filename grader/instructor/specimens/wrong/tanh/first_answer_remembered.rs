//! The first answer is remembered and given to every later question.
//!
//! fails: agrees_with_the_reference, answers_the_same_each_time, keeps_nan, never_decreases,
//!     saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: changes_between_calls

use std::sync::OnceLock;

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        static FIRST: OnceLock<Tensor> = OnceLock::new();
        FIRST.get_or_init(|| x.mapv(f32::tanh)).clone()
    }
}
