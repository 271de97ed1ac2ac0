//! Has the compiler complain without end.
//!
//! ends: not_compiled, not_compiled_in_time

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        complain!(@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@);
        x.clone()
    }
}

macro_rules! complain {
    (@$($more:tt)*) => { complain!($($more)*); let a: u8 = "\u{1b}[31mthis is no number"; complain!($($more)*) };
    () => {};
}
