//! ReLU, the rectified linear unit.
//!
//! - **Goal:** write the body of `ReLU::forward`.
//! - **Chapter:** `cargo lesson relu`
//! - **Command:** `cargo grade relu`
//! - **Checks:** `grader/suite/relu/mod.rs`

use crate::{Layer, Tensor};

/// Rectified linear unit: `f(x) = max(0, x)`, with values in [0, ∞).
///
/// ```text
///    -3 -2 -1  0  1  2  3
///                       ●   3
///                    ●      2
///                 ●         1
///     ●  ●  ●  ●            0
/// ```
///
/// Think of a threshold detector: silent up to the threshold, then as loud as its input.
///
/// It is the usual choice for hidden layers. It costs one comparison; it is *sparse*, since what
/// it switches off is exactly zero; and for x > 0 it never saturates, so large values still differ.
///
/// # Contract
///
/// The output has the shape of the input, which may have any rank, be empty, or be transposed. The
/// input is left as it was, and the same input gives the same output.
///
/// | input    | output    | accuracy           |
/// |----------|-----------|--------------------|
/// | finite x | max(0, x) | exact, either zero |
/// | ∞        | ∞         | exact              |
/// | -∞       | 0         | exact, either zero |
/// | NaN      | NaN       |                    |
///
/// "Either zero": `0.0` and `-0.0` are equal and both are right. NaN stays NaN, as with
/// `numpy.maximum` and `torch.relu`, so that a broken value stays visible instead of turning into a
/// healthy-looking zero. Rust's [`f32::max`] follows another rule: of NaN and a number it returns
/// the number.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    /// `f(x) = max(0, x)` for every value of `x`.
    ///
    /// TODO: return a new tensor in which negative values are zero and all others are unchanged.
    ///
    /// # Approach
    ///
    /// 1. Decide for one number `v`: is it negative?
    /// 2. If so, the answer is `0.0`; if not, it is `v` itself.
    /// 3. Do this for every value of `x`.
    /// 4. Follow NaN through what you wrote: does it come out as NaN?
    ///
    /// # Example
    ///
    /// ```
    /// use ndarray::array;
    /// use nn::{Layer, activations::ReLU};
    ///
    /// let x = array![-3.0, -1.0, 0.0, 1.0, 3.0].into_dyn();
    /// assert_eq!(ReLU.forward(&x), array![0.0, 0.0, 0.0, 1.0, 3.0].into_dyn());
    ///
    /// let row = array![[-2.0, 1.0, 0.0]].into_dyn();
    /// assert_eq!(ReLU.forward(&row), array![[0.0, 1.0, 0.0]].into_dyn());
    /// ```
    ///
    /// # Hints
    ///
    /// - [`x.mapv(|v| …)`](ndarray::ArrayRef::mapv) calls the closure with each value and collects
    ///   the answers in a new tensor of the same shape. No loop over axes is needed.
    /// - `if … { … } else { … }` is an expression: it has a value.
    /// - For NaN, `<`, `>` and `==` are all `false`. Which branch of your `if` does it take?
    /// - For speed, not for points: [`crate::elementwise(x, |v| …)`](fn@crate::elementwise) is `mapv` with
    ///   the fastest instructions that the processor has. `cargo bench-exercises relu` shows the difference.
    fn forward(&self, x: &Tensor) -> Tensor {
        todo!("ReLU of a tensor of shape {:?}", x.shape())
    }
}
