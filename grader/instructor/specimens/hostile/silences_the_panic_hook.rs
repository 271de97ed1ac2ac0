//! Takes the panic hook away, and panics.
//!
//! ends: panicked

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        drop(std::panic::take_hook());
        std::panic::set_hook(Box::new(|_| ()));
        panic!("{} values", x.len())
    }
}
