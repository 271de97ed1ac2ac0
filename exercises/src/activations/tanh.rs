//! Tanh, the hyperbolic tangent.
//!
//! - **Goal:** write the body of `Tanh::forward`.
//! - **Chapter:** `cargo lesson tanh`
//! - **Command:** `cargo grade tanh`
//! - **Checks:** `grader/suite/tanh/mod.rs`

use crate::{Layer, Tensor};

/// Hyperbolic tangent: `f(x) = (e^x - e^-x) / (e^x + e^-x)`, with values in (-1, 1).
///
/// ```text
///    -3 -2 -1  0  1  2  3
///                    ●  ●   1
///                 ●
///              ●            0
///           ●
///     ●  ●                 -1
/// ```
///
/// Think of a dial with its zero in the middle: the sign of the input says which way it turns, and
/// no input turns it past its stops.
///
/// It is the choice where values should be centred on zero, which helps the gradients of a deep
/// stack. It is a sigmoid in disguise: tanh(x) = 2·sigmoid(2x) - 1.
///
/// # Contract
///
/// The output has the shape of the input, which may have any rank, be empty, or be transposed. The
/// input is left as it was, and the same input gives the same output.
///
/// | input    | output  | accuracy                         |
/// |----------|---------|----------------------------------|
/// | finite x | tanh(x) | within 1e-6 of the exact value   |
/// | ∞        | 1       | within 1e-6                      |
/// | -∞       | -1      | within 1e-6                      |
/// | NaN      | NaN     |                                  |
///
/// For finite x the output is finite, lies in [-1, 1], never decreases as x grows, and
/// tanh(-x) = -tanh(x).
///
/// The formula above is right on paper and not quite right in `f32`: for x above about 88.7 (the
/// logarithm of [`f32::MAX`]) e^x overflows to ∞, as e^-x does below -88.7, and by the rules of
/// IEEE 754 ∞/∞ is NaN. Copied word for word, it misses those large inputs, and only those.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tanh;

impl Layer for Tanh {
    /// `f(x) = (e^x - e^-x) / (e^x + e^-x)` for every value of `x`.
    ///
    /// TODO: return a new tensor with the hyperbolic tangent of each value of `x`.
    ///
    /// # Approach
    ///
    /// 1. Choose a way to compute the hyperbolic tangent of one number `v`.
    /// 2. Follow it by hand for `v = 0.0`, then for `v = 100.0`: do 0 and 1 come out?
    /// 3. Do this for every value of `x`.
    ///
    /// # Example
    ///
    /// ```
    /// use ndarray::array;
    /// use nn::{Layer, activations::Tanh};
    ///
    /// let y = Tanh.forward(&array![-3.0, -1.0, 0.0, 1.0, 3.0].into_dyn());
    /// assert_eq!(format!("{y:.3}"), "[-0.995, -0.762, 0.000, 0.762, 0.995]");
    ///
    /// let y = Tanh.forward(&array![-2.0, 0.0, 2.0].into_dyn());
    /// assert_eq!(format!("{y:.3}"), "[-0.964, 0.000, 0.964]");
    /// ```
    ///
    /// # Hints
    ///
    /// - [`x.mapv(|v| …)`](ndarray::ArrayRef::mapv) calls the closure with each value and collects
    ///   the answers in a new tensor of the same shape. It also takes a function by its name.
    /// - Rust's standard library has this function: [`f32::tanh`].
    /// - To build it yourself, start from the sigmoid: 2·sigmoid(2x) - 1 does not overflow.
    /// - For speed, not for points: [`crate::elementwise(x, …)`](fn@crate::elementwise) is `mapv` with the
    ///   fastest instructions that the processor has, and [`crate::math`] has functions that these can
    ///   compute. `cargo bench-exercises tanh` shows the difference.
    fn forward(&self, x: &Tensor) -> Tensor {
        todo!("Tanh of a tensor of shape {:?}", x.shape())
    }
}
