//! Prints what renames the terminal and hides the cursor, and then fails.
//!
//! ends: panicked

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        println!("\u{1b}]0;100 / 100\u{7}\u{1b}[?25l\u{202e}\u{200b}passed");
        panic!("{} values", x.len())
    }
}
