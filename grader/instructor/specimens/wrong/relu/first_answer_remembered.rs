//! The first answer is remembered and given to every later question.
//!
//! fails: agrees_with_the_reference, answers_the_same_each_time, keeps_nan, passes_extremes
//! diagnosis: changes_between_calls

use std::sync::OnceLock;

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        static FIRST: OnceLock<Tensor> = OnceLock::new();
        FIRST.get_or_init(|| x.mapv(|v| if v < 0.0 { 0.0 } else { v })).clone()
    }
}
