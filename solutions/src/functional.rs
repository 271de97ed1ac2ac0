//! The activations and their slopes in their other form: functions to call, given and complete.
//!
//! `relu(&x)` and `ReLU.forward(&x)` are the same computation with equal results. A layer fits into
//! a network; a function reads well in the middle of a formula.

use ndarray::Axis;

use crate::activations::{GELU, LeakyReLU, ReLU, Sigmoid, Softmax, Tanh};
use crate::slopes::{ReLUSlope, SigmoidSlope, TanhSlope};
use crate::{Layer, Tensor};

/// `x` for every value of `x` from 0 on, and `slope · x` below, in the shape of `x`: see [`LeakyReLU`].
pub fn leaky_relu(x: &Tensor, slope: f32) -> Tensor {
    LeakyReLU { slope }.forward(x)
}

/// `max(0, x)` for every value of `x`, in the shape of `x`: see [`ReLU`].
pub fn relu(x: &Tensor) -> Tensor {
    ReLU.forward(x)
}

/// `1 / (1 + e^-x)` for every value of `x`, in the shape of `x`: see [`Sigmoid`].
pub fn sigmoid(x: &Tensor) -> Tensor {
    Sigmoid.forward(x)
}

/// `e^x` through its sum over a row along `axis`, for every value of `x`, in the shape of `x`: see [`Softmax`].
///
/// # Panics
/// Where `x` has no such axis.
pub fn softmax(x: &Tensor, axis: Axis) -> Tensor {
    Softmax { axis }.forward(x)
}

/// The hyperbolic tangent of every value of `x`, in the shape of `x`: see [`Tanh`].
pub fn tanh(x: &Tensor) -> Tensor {
    Tanh.forward(x)
}

/// `x · (1 + erf(x/√2)) / 2` for every value of `x`, in the shape of `x`: see [`GELU`].
pub fn gelu(x: &Tensor) -> Tensor {
    GELU.forward(x)
}

/// The slope of [`relu`]: 1 for every value of `x` above 0, and 0 elsewhere, in the shape of `x`: see [`ReLUSlope`].
pub fn relu_slope(x: &Tensor) -> Tensor {
    ReLUSlope.forward(x)
}

/// The slope of [`sigmoid`] at every value of `x`, in the shape of `x`: see [`SigmoidSlope`].
pub fn sigmoid_slope(x: &Tensor) -> Tensor {
    SigmoidSlope.forward(x)
}

/// The slope of [`tanh`] at every value of `x`, in the shape of `x`: see [`TanhSlope`].
pub fn tanh_slope(x: &Tensor) -> Tensor {
    TanhSlope.forward(x)
}
