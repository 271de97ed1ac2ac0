//! The activations in their other form: functions to call, given and complete.
//!
//! `relu(&x)` and `ReLU.forward(&x)` are the same computation with equal results. A layer fits into
//! a network; a function reads well in the middle of a formula.

use crate::activations::{GELU, ReLU, Sigmoid, Tanh};
use crate::{Layer, Tensor};

/// `max(0, x)` for every value of `x`, in the shape of `x`: see [`ReLU`].
pub fn relu(x: &Tensor) -> Tensor {
    ReLU.forward(x)
}

/// `1 / (1 + e^-x)` for every value of `x`, in the shape of `x`: see [`Sigmoid`].
pub fn sigmoid(x: &Tensor) -> Tensor {
    Sigmoid.forward(x)
}

/// The hyperbolic tangent of every value of `x`, in the shape of `x`: see [`Tanh`].
pub fn tanh(x: &Tensor) -> Tensor {
    Tanh.forward(x)
}

/// `x · (1 + erf(x/√2)) / 2` for every value of `x`, in the shape of `x`: see [`GELU`].
pub fn gelu(x: &Tensor) -> Tensor {
    GELU.forward(x)
}
