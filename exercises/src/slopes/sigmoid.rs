//! The slope of Sigmoid.
//!
//! - **Goal:** write the body of `SigmoidSlope::forward`.
//! - **Chapter:** `cargo lesson sigmoid_slope`
//! - **Command:** `cargo grade sigmoid_slope`, and `cargo try slope sigmoid 0.5` to measure it
//! - **Checks:** `grader/suite/sigmoid_slope/mod.rs`

use crate::{Layer, Tensor};

/// Slope of Sigmoid: `f'(x) = s · (1 - s)` with `s = sigmoid(x)`, at most 1/4.
///
/// ```text
///    -4 -3 -2 -1  0  1  2  3  4
///                 ●                0.25
///              ●     ●             0.20
///           ●           ●          0.10
///     ●  ●                 ●  ●    0.03
/// ```
///
/// Think of a dimmer: around 0 the sigmoid answers to a push, and far out, where it is sure already, hardly at all.
///
/// Even at its steepest the slope is 1/4. Through ten layers that is less than a millionth: the gradient vanishes on its
/// way back, and the first layers learn next to nothing. That is why deep networks do not use it in hidden layers.
///
/// # Contract
///
/// The output has the shape of the input, which may have any rank, be empty, or be transposed. The
/// input is left as it was, and the same input gives the same output.
///
/// | input    | output  | accuracy                       |
/// |----------|---------|--------------------------------|
/// | finite x | s·(1-s) | within 1e-6 of the exact value |
/// | ±∞       | 0       | within 1e-6                    |
/// | NaN      | NaN     |                                |
///
/// Books also write it as `e^-x / (1 + e^-x)²`. That is the same on paper; in `f32`, e^-x overflows for x below -88.7,
/// and infinity divided by infinity is NaN.
#[derive(Debug, Clone, Copy, Default)]
pub struct SigmoidSlope;

impl Layer for SigmoidSlope {
    /// `f'(x) = s · (1 - s)`, with `s = sigmoid(x)`, for every value of `x`.
    ///
    /// TODO: return a new tensor with the slope of the sigmoid at each value of `x`.
    ///
    /// # Approach
    ///
    /// 1. Compute the sigmoid of `x`: you have written it.
    /// 2. Make the slope of that, and not of `x` itself.
    /// 3. Follow it by hand for 0: the sigmoid is 1/2, so the slope is 1/4.
    ///
    /// # Example
    ///
    /// ```
    /// use ndarray::array;
    /// use nn::{Layer, slopes::SigmoidSlope};
    ///
    /// let y = SigmoidSlope.forward(&array![-3.0, -1.0, 0.0, 1.0, 3.0].into_dyn());
    /// assert_eq!(format!("{y:.3}"), "[0.045, 0.197, 0.250, 0.197, 0.045]");
    ///
    /// let y = SigmoidSlope.forward(&array![-2.0, 0.5, 2.0].into_dyn());
    /// assert_eq!(format!("{y:.3}"), "[0.105, 0.235, 0.105]");
    /// ```
    ///
    /// # Hints
    ///
    /// - [`crate::functional::sigmoid`] is your own: if it is right, this is one step more.
    /// - [`x.mapv(|v| …)`](ndarray::ArrayRef::mapv) calls the closure with each value and collects
    ///   the answers in a new tensor of the same shape. It works on any tensor: on what the sigmoid returned, too.
    /// - `cargo try slope sigmoid 0.5` shows yours beside what is measured on your sigmoid.
    fn forward(&self, x: &Tensor) -> Tensor {
        todo!("SigmoidSlope of a tensor of shape {:?}", x.shape())
    }
}
