//! GELU, the Gaussian error linear unit.
//!
//! - **Goal:** write the body of `GELU::forward`.
//! - **Chapter:** `cargo lesson gelu`
//! - **Command:** `cargo grade gelu`
//! - **Checks:** `grader/suite/gelu/mod.rs`

use crate::{Layer, Tensor};

/// Gaussian error linear unit: `f(x) = x · Φ(x)`, where Φ(x) is the chance that a number drawn from the normal
/// distribution lies below x: `Φ(x) = (1 + erf(x/√2)) / 2`.
///
/// ```text
///    -3 -2 -1  0  1  2  3
///                       ●   3
///                    ●      2
///                 ●         1
///     ●  ●  ●  ●            0
/// ```
///
/// Think of a soft gate: wide open for large inputs, shut for very negative ones, and half open at 0. From the left the
/// curve first falls, down to -0.17 at x ≈ -0.75, and then it rises.
///
/// It is the activation of transformers, in GPT and BERT among them: smooth everywhere, and like ReLU far from 0. In
/// PyTorch it is `torch.nn.GELU()`. See D. Hendrycks and K. Gimpel, "Gaussian Error Linear Units (GELUs)", 2016.
///
/// # Contract
///
/// The output has the shape of the input, which may have any rank, be empty, or be transposed. The
/// input is left as it was, and the same input gives the same output.
///
/// | input           | output      | accuracy                                            |
/// |-----------------|-------------|-----------------------------------------------------|
/// | x up to ±1e38   | x·Φ(x)      | within 1e-6 of the exact value, or a millionth of it |
/// | ∞               | ∞           |                                                     |
/// | -∞              | 0           | within 1e-6                                         |
/// | NaN             | NaN         |                                                     |
///
/// This is the exact form, PyTorch's default. Papers also have two approximations, which are other functions here:
/// one through tanh, off by 4.7e-4, and one through the sigmoid of 1.702 x, off by 2.0e-2.
///
/// At -∞ the formula multiplies infinity by 0, and by the rules of IEEE 754 that is NaN, which PyTorch returns, too.
/// The function itself comes as close to 0 as you like, so 0 is asked for. One check is about this, and no other.
#[derive(Debug, Clone, Copy, Default)]
pub struct GELU;

impl Layer for GELU {
    /// `f(x) = x · (1 + erf(x/√2)) / 2` for every value of `x`.
    ///
    /// TODO: return a new tensor with the GELU of each value of `x`.
    ///
    /// # Approach
    ///
    /// 1. Divide one number `v` by √2, and take the error function of that.
    /// 2. Make Φ of it, which lies between 0 and 1, and multiply `v` by it.
    /// 3. Follow it by hand for `v = 0.0` and for a large `v`. Then for -∞: what is infinity times 0?
    /// 4. Do this for every value of `x`.
    ///
    /// # Example
    ///
    /// ```
    /// use ndarray::array;
    /// use nn::{Layer, activations::GELU};
    ///
    /// let y = GELU.forward(&array![-3.0, -1.0, 0.0, 1.0, 3.0].into_dyn());
    /// assert_eq!(format!("{y:.4}"), "[-0.0040, -0.1587, 0.0000, 0.8413, 2.9960]");
    ///
    /// let y = GELU.forward(&array![-0.75, 0.5, 2.0].into_dyn());
    /// assert_eq!(format!("{y:.4}"), "[-0.1700, 0.3457, 1.9545]");
    /// ```
    ///
    /// # Hints
    ///
    /// - [`x.mapv(|v| …)`](ndarray::ArrayRef::mapv) calls the closure with each value and collects
    ///   the answers in a new tensor of the same shape.
    /// - [`crate::math::erf`] is the error function: Rust's standard library has none.
    /// - [`std::f32::consts::SQRT_2`] is √2, and [`FRAC_1_SQRT_2`](std::f32::consts::FRAC_1_SQRT_2) is 1/√2.
    /// - For speed, not for points: [`crate::elementwise(x, …)`](fn@crate::elementwise) takes the same closure.
    fn forward(&self, x: &Tensor) -> Tensor {
        todo!("GELU of a tensor of shape {:?}", x.shape())
    }
}
