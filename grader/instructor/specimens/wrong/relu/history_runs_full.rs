//! The sums of earlier answers are kept in a list of five, and the sixth call finds no room.
//!
//! fails: agrees_with_the_reference, answers_the_same_each_time, passes_extremes
//! diagnosis: changes_between_calls

use std::sync::{Mutex, PoisonError};

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        static HISTORY: Mutex<(usize, [f32; 5])> = Mutex::new((0, [0.0; 5]));
        let out = x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        let mut history = HISTORY.lock().unwrap_or_else(PoisonError::into_inner);
        let calls = history.0;
        history.1[calls] = out.sum();
        history.0 += 1;
        out
    }
}
