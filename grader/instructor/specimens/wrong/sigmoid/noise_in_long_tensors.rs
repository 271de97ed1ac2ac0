//! Of more than 100 values each is a little larger in every second call.
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
        let odd = CALLS.fetch_add(1, Ordering::Relaxed) % 2 == 1 && x.len() > 100;
        x.mapv(|v| if odd { (right(v) + 4e-7).min(1.0) } else { right(v) })
    }
}
