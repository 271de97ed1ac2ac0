//! LeakyReLU, a rectified linear unit that lets a little through.
//!
//! - **Goal:** write the body of `LeakyReLU::forward`.
//! - **Chapter:** `cargo lesson leaky_relu`
//! - **Command:** `cargo grade leaky_relu`
//! - **Checks:** `grader/suite/leaky_relu/mod.rs`

use crate::{Layer, Tensor};

/// Leaky rectified linear unit: `f(x) = x` for x ≥ 0, and `f(x) = slope · x` below.
///
/// ```text
///    -3 -2 -1  0  1  2  3
///                       ●   3
///                    ●      2
///                 ●         1
///              ●            0
///     ○  ●  ○              -½      with a slope of ¼
/// ```
///
/// Think of a valve that does not quite close: forwards everything passes, backwards a trickle.
///
/// A unit behind a ReLU that answers 0 to every sample has a slope of 0 for all of them, and never learns
/// again: it has *died*. Here the slope is small on the left, and not 0, so that there is a way back.
///
/// # Contract
///
/// The output has the shape of the input, which may have any rank, be empty, or be transposed. The
/// input is left as it was, and the same input gives the same output.
///
/// | input        | output    | accuracy                |
/// |--------------|-----------|-------------------------|
/// | finite x ≥ 0 | x         | within 1e-6 of itself   |
/// | finite x < 0 | slope · x | within 1e-6 of itself   |
/// | ∞            | ∞         | exact                   |
/// | -∞           | slope · ∞, with its sign: -∞ for a positive slope | exact |
/// | NaN          | NaN       |                         |
///
/// The slope may be any finite number: 0 makes a ReLU, 1 lets everything pass, a negative one folds the left
/// side up. Not asked about is -∞ with a slope of 0, where IEEE 754 and common sense differ, nor what grows
/// past what an `f32` can hold.
///
/// "Of itself": an error is judged in relation to the value. Next to 0 that is strict, and -0.000001 has to come
/// out as -0.00000001.
#[derive(Debug, Clone, Copy)]
pub struct LeakyReLU {
    /// What negative values are multiplied by.
    pub slope: f32,
}

impl Default for LeakyReLU {
    /// A slope of 0.01, as in PyTorch.
    fn default() -> Self {
        Self { slope: 0.01 }
    }
}

impl Layer for LeakyReLU {
    /// `f(x) = x` for x ≥ 0, and `f(x) = slope · x` below, for every value of `x`.
    ///
    /// TODO: return a new tensor in which negative values are multiplied by this layer's slope, and all others are
    /// unchanged.
    ///
    /// # Approach
    ///
    /// 1. Decide for one number `v`: is it negative?
    /// 2. If so, multiply it by the slope, which is a field of `self`; if not, it is `v` itself.
    /// 3. Do this for every value of `x`.
    /// 4. Follow v = -1 through what you wrote, with a slope of 0.01 and with one of 2.
    ///
    /// # Example
    ///
    /// ```
    /// use ndarray::array;
    /// use nn::{Layer, activations::LeakyReLU};
    ///
    /// let x = array![-3.0, -1.0, 0.0, 1.0, 3.0].into_dyn();
    /// let y = LeakyReLU::default().forward(&x);
    /// assert_eq!(format!("{y:.2}"), "[-0.03, -0.01, 0.00, 1.00, 3.00]");
    ///
    /// let y = LeakyReLU { slope: 0.5 }.forward(&x);
    /// assert_eq!(y, array![-1.5, -0.5, 0.0, 1.0, 3.0].into_dyn());
    /// ```
    ///
    /// # Hints
    ///
    /// - [`x.mapv(|v| …)`](ndarray::ArrayRef::mapv) calls the closure with each value and collects
    ///   the answers in a new tensor of the same shape. A closure may read `self.slope`.
    /// - The larger of v and slope·v is right for slopes up to 1, and for no others: which of the two is larger
    ///   for v = -1 and a slope of 2?
    /// - For NaN, `<`, `>` and `==` are all `false`. Which branch of your `if` does it take?
    fn forward(&self, x: &Tensor) -> Tensor {
        // BEGIN SOLUTION
        let slope = self.slope;
        crate::elementwise(x, move |v| if v < 0.0 { slope * v } else { v })
        // END SOLUTION
    }
}
