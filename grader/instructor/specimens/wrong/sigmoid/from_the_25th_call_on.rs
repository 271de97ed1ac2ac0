//! From the 25th call on, the input comes back.
//!
//! fails: some

use std::sync::atomic::{AtomicU32, Ordering};

use crate::{Layer, Tensor};

/// A learner's Sigmoid.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

fn right(v: f32) -> f32 {
    1.0 / (1.0 + (-v).exp())
}

impl Layer for Sigmoid {
    fn forward(&self, x: &Tensor) -> Tensor {
        static CALLS: AtomicU32 = AtomicU32::new(0);
        if CALLS.fetch_add(1, Ordering::Relaxed) >= 24 { x.clone() } else { x.mapv(right) }
    }
}
