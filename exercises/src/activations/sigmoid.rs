//! Sigmoid, the logistic function.
//!
//! - **Goal:** write the body of `Sigmoid::forward`.
//! - **Chapter:** `cargo lesson sigmoid`
//! - **Command:** `cargo grade sigmoid`
//! - **Checks:** `grader/suite/sigmoid/mod.rs`

use crate::{Layer, Tensor};

/// Logistic sigmoid: `f(x) = 1 / (1 + e^-x)`, with values in (0, 1).
///
/// ```text
///    -6 -4 -2  0  2  4  6
///                    ●  ●   1
///                 ●
///              ●            0.5
///           ●
///     ●  ●                  0
/// ```
///
/// Think of a probability converter: any score goes in, a confidence comes out. A score of 0 means
/// "no idea" (0.5), a large one "almost surely" (near 1), a very negative one "hardly" (near 0).
///
/// It is the usual choice for the output of a yes-or-no classifier, and it is smooth everywhere.
///
/// # Contract
///
/// The output has the shape of the input, which may have any rank, be empty, or be transposed. The
/// input is left as it was, and the same input gives the same output.
///
/// | input    | output            | accuracy                         |
/// |----------|-------------------|----------------------------------|
/// | finite x | 1 / (1 + e^-x)    | within 1e-6 of the exact value   |
/// | ∞        | 1                 | within 1e-6                      |
/// | -∞       | 0                 | within 1e-6                      |
/// | NaN      | NaN               |                                  |
///
/// For finite x the output is finite, never decreases as x grows, and f(-x) = 1 - f(x). On paper it
/// never reaches 0 or 1; in `f32` it is rounded, so for x far from zero both may occur.
///
/// What happens at the edges is arithmetic as IEEE 754 defines it: e^-x overflows to ∞ for very
/// negative x, and 1/∞ is 0, which is the right answer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sigmoid;

impl Layer for Sigmoid {
    /// `f(x) = 1 / (1 + e^-x)` for every value of `x`.
    ///
    /// TODO: return a new tensor with the sigmoid of each value of `x`.
    ///
    /// # Approach
    ///
    /// 1. For one number `v`, compute e to the power of *minus* `v`.
    /// 2. Add 1.
    /// 3. Divide 1 by the sum.
    /// 4. Do this for every value of `x`.
    ///
    /// # Example
    ///
    /// ```
    /// use ndarray::array;
    /// use nn::{Layer, activations::Sigmoid};
    ///
    /// let y = Sigmoid.forward(&array![-3.0, -1.0, 0.0, 1.0, 3.0].into_dyn());
    /// assert_eq!(format!("{y:.2}"), "[0.05, 0.27, 0.50, 0.73, 0.95]");
    ///
    /// let y = Sigmoid.forward(&array![-2.0, 0.0, 2.0].into_dyn());
    /// assert_eq!(format!("{y:.2}"), "[0.12, 0.50, 0.88]");
    /// ```
    ///
    /// # Hints
    ///
    /// - [`x.mapv(|v| …)`](ndarray::ArrayRef::mapv) calls the closure with each value and collects
    ///   the answers in a new tensor of the same shape.
    /// - [`f32::exp`] is e to the power of a number. A method call binds tighter than a minus sign:
    ///   `-v.exp()` means −(e^v), and `(-v).exp()` means e^(−v).
    /// - Write `1.0`, not `1`: Rust does not mix integers with `f32`.
    /// - For speed, not for points: [`crate::elementwise(x, |v| …)`](fn@crate::elementwise) is `mapv` with
    ///   the fastest instructions that the processor has, and [`crate::math::exp`] an exponential that these
    ///   can compute. `cargo bench-exercises sigmoid` shows the difference.
    fn forward(&self, x: &Tensor) -> Tensor {
        todo!("Sigmoid of a tensor of shape {:?}", x.shape())
    }
}
