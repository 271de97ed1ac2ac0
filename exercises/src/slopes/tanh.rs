//! The slope of Tanh.
//!
//! - **Goal:** write the body of `TanhSlope::forward`.
//! - **Chapter:** `cargo lesson tanh_slope`
//! - **Command:** `cargo grade tanh_slope`, and `cargo try slope tanh 0.5` to measure it
//! - **Checks:** `grader/suite/tanh_slope/mod.rs`

use crate::{Layer, Tensor};

/// Slope of Tanh: `f'(x) = 1 - t²` with `t = tanh(x)`, at most 1.
///
/// ```text
///    -4 -3 -2 -1  0  1  2  3  4
///                 ●                1
///
///              ●     ●             0.42
///     ●  ●  ●           ●  ●  ●    0
/// ```
///
/// Think of a dial between two stops: in the middle a push turns it, and at a stop it does not move.
///
/// At 0 the slope is 1, four times the sigmoid's: a gradient that comes back through tanh is not made smaller there. Far
/// out it vanishes all the same. That is why inputs are scaled to lie around 0.
///
/// # Contract
///
/// The output has the shape of the input, which may have any rank, be empty, or be transposed. The
/// input is left as it was, and the same input gives the same output.
///
/// | input    | output | accuracy                       |
/// |----------|--------|--------------------------------|
/// | finite x | 1 - t² | within 1e-6 of the exact value |
/// | ±∞       | 0      | within 1e-6                    |
/// | NaN      | NaN    |                                |
///
/// Books also write it as `1 / cosh(x)²`, or as `4 / (e^x + e^-x)²`: the same, in other words.
#[derive(Debug, Clone, Copy, Default)]
pub struct TanhSlope;

impl Layer for TanhSlope {
    /// `f'(x) = 1 - t²`, with `t = tanh(x)`, for every value of `x`.
    ///
    /// TODO: return a new tensor with the slope of tanh at each value of `x`.
    ///
    /// # Approach
    ///
    /// 1. Compute tanh of `x`: you have written it.
    /// 2. Make the slope of that, and not of `x` itself.
    /// 3. Follow it by hand for 0: tanh is 0, so the slope is 1.
    ///
    /// # Example
    ///
    /// ```
    /// use ndarray::array;
    /// use nn::{Layer, slopes::TanhSlope};
    ///
    /// let y = TanhSlope.forward(&array![-3.0, -1.0, 0.0, 1.0, 3.0].into_dyn());
    /// assert_eq!(format!("{y:.3}"), "[0.010, 0.420, 1.000, 0.420, 0.010]");
    ///
    /// let y = TanhSlope.forward(&array![-2.0, 0.5, 2.0].into_dyn());
    /// assert_eq!(format!("{y:.3}"), "[0.071, 0.786, 0.071]");
    /// ```
    ///
    /// # Hints
    ///
    /// - [`crate::functional::tanh`] is your own: if it is right, this is one step more.
    /// - [`x.mapv(|v| …)`](ndarray::ArrayRef::mapv) calls the closure with each value and collects
    ///   the answers in a new tensor of the same shape. It works on any tensor: on what tanh returned, too.
    /// - A square is a product of a number with itself, or [`f32::powi`] with 2.
    /// - `cargo try slope tanh 0.5` shows yours beside what is measured on your tanh.
    fn forward(&self, x: &Tensor) -> Tensor {
        todo!("TanhSlope of a tensor of shape {:?}", x.shape())
    }
}
