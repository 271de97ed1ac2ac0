//! Panics with a text that clears the screen, turns the line round, and draws a better report.
//!
//! ends: panicked

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        panic!(
            "\u{1b}[2J\u{1b}[H\u{202e}\u{9b}31m\r  ReLU  30 / 30  done\n\n  Sigmoid  35 / 35  done\n\
             <script>alert(1)</script> | {x:?}\u{0}\u{8}"
        )
    }
}
