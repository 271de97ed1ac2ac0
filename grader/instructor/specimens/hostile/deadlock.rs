//! Waits for a lock that it holds.
//!
//! ends: timed_out, not_run, panicked

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        let lock = std::sync::Mutex::new(x.clone());
        let first = lock.lock().unwrap();
        let second = lock.lock().unwrap();
        &*first + &*second
    }
}
