//! The values of earlier calls are carried along.
//!
//! fails: agrees_with_the_reference, answers_the_same_each_time, saturates_without_overflow
//! diagnosis: changes_between_calls

use std::sync::Mutex;

use crate::{Layer, Tensor};

/// A learner's Tanh.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    fn forward(&self, x: &Tensor) -> Tensor {
        static CARRIED: Mutex<f32> = Mutex::new(0.0);
        let mut carried = CARRIED.lock().unwrap();
        let out = x.mapv(|v| (v + *carried).tanh());
        *carried += x.iter().map(|v| v.abs().min(1.0)).sum::<f32>();
        out
    }
}
