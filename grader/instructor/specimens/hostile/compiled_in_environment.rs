//! Asks the compiler for anything that its environment may hold.
//!
//! ends: refused
//! unchecked: panicked

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        if [
            option_env!("HOME"),
            option_env!("USER"),
            option_env!("CARGO_HOME"),
            option_env!("CARGO_MANIFEST_DIR"),
        ]
        .iter()
        .any(Option::is_some)
        {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
