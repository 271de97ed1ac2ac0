//! Has a macro double what it is given, again and again.
//!
//! ends: not_compiled_in_time, not_compiled

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        Tensor::from_elem(x.raw_dim(), double!(double!(double!(double!(double!(1.0))))))
    }
}

macro_rules! double {
    (@$x:tt $($more:tt)*) => { double!($($more)*) + double!($($more)*) };
    ($($x:tt)*) => { double!(@ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ @ $($x)*) };
}
