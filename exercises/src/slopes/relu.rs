//! The slope of ReLU.
//!
//! - **Goal:** write the body of `ReLUSlope::forward`.
//! - **Chapter:** `cargo lesson relu_slope`
//! - **Command:** `cargo grade relu_slope`, and `cargo try slope relu 0.5` to measure it
//! - **Checks:** `grader/suite/relu_slope/mod.rs`

use crate::{Layer, Tensor};

/// Slope of ReLU: `f'(x) = 1` where x > 0, and 0 elsewhere.
///
/// ```text
///    -3 -2 -1  0  1  2  3
///                 ●  ●  ●   1
///
///     ●  ●  ●  ●            0
/// ```
///
/// Think of a switch: what ReLU lets through, it lets through unchanged, and so is what flows back when a network
/// learns. What it stops learns nothing from this example. A unit that stops every example never learns again: that
/// is a dying ReLU.
///
/// At 0, where ReLU has its corner, there is no slope. PyTorch takes 0, and so does this; any number from 0 to 1 would do.
/// It does not matter, because hardly any number in a network is exactly 0, and it is the sum over many by which a
/// network learns.
///
/// # Contract
///
/// The output has the shape of the input, which may have any rank, be empty, or be transposed. The
/// input is left as it was, and the same input gives the same output.
///
/// | input          | output | accuracy |
/// |----------------|--------|----------|
/// | x > 0, ∞ too   | 1      | exact    |
/// | x < 0, -∞ too  | 0      | exact    |
/// | 0 and -0       | 0      | exact    |
/// | NaN            | NaN    |          |
///
/// A comparison with NaN is false. With one comparison and two outcomes, NaN ends up as one of these: it needs a word
/// of its own.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLUSlope;

impl Layer for ReLUSlope {
    /// `f'(x) = 1` for every value of `x` above 0, and 0 for every other.
    ///
    /// TODO: return a new tensor with the slope of ReLU at each value of `x`.
    ///
    /// # Approach
    ///
    /// 1. Decide for one number `v`: does ReLU pass it on, or stop it?
    /// 2. What should become of 0, and of NaN?
    /// 3. Do this for every value of `x`.
    ///
    /// # Example
    ///
    /// ```
    /// use ndarray::array;
    /// use nn::{Layer, slopes::ReLUSlope};
    ///
    /// let y = ReLUSlope.forward(&array![-3.0, -1.0, 1.0, 3.0].into_dyn());
    /// assert_eq!(y, array![0.0, 0.0, 1.0, 1.0].into_dyn());
    ///
    /// let y = ReLUSlope.forward(&array![-0.5, 0.0, 0.5].into_dyn());
    /// assert_eq!(y, array![0.0, 0.0, 1.0].into_dyn());
    /// ```
    ///
    /// # Hints
    ///
    /// - [`x.mapv(|v| …)`](ndarray::ArrayRef::mapv) calls the closure with each value and collects
    ///   the answers in a new tensor of the same shape.
    /// - `if … { … } else { … }` is an expression: it has a value, which here is the slope.
    /// - [`f32::is_nan`] knows NaN.
    /// - `cargo try slope relu -1 0 2` shows yours beside what is measured on your ReLU.
    fn forward(&self, x: &Tensor) -> Tensor {
        todo!("ReLUSlope of a tensor of shape {:?}", x.shape())
    }
}
