//! The answers are kept in a cache that asks for the number of axes alone.
//!
//! fails: agrees_with_the_reference, answers_the_same_each_time, never_decreases,
//!     saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: changes_between_calls

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        static CACHE: Mutex<BTreeMap<usize, Tensor>> = Mutex::new(BTreeMap::new());
        let mut cache = CACHE.lock().unwrap();
        cache.entry(x.ndim()).or_insert_with(|| x.mapv(|v| 1.0 / (1.0 + (-v).exp()))).clone()
    }
}
