//! Softmax, which shares 1 out among the values of a row.
//!
//! - **Goal:** write the body of `Softmax::forward`.
//! - **Chapter:** `cargo lesson softmax`
//! - **Command:** `cargo grade softmax`
//! - **Checks:** `grader/suite/softmax/mod.rs`

use ndarray::Axis;

use crate::{Layer, Tensor};

/// Softmax: `f(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ`, the sum being over the row in which xᵢ stands, with values in [0, 1].
///
/// ```text
///              1     2     3          scores
///          [ 0.09  0.24  0.67 ]       shares, which sum to 1
/// ```
///
/// Think of an election: scores go in, shares of the vote come out. Each score more multiplies a share by e.
///
/// It is the last layer of a network that chooses one of several classes: what it answers reads as a
/// probability for each. With two classes it is a sigmoid of their difference.
///
/// # Contract
///
/// A row is what lies along `axis`: of a matrix, each line for `Axis(1)`, and each column for `Axis(0)`. The output
/// has the shape of the input, which may have any rank that has this axis, be empty, or be transposed. The input is
/// left as it was, and the same input gives the same output.
///
/// | in a row                   | output                              | accuracy    |
/// |----------------------------|-------------------------------------|-------------|
/// | finite x                   | its share: e^x through the row's sum | within 1e-6 |
/// | -∞ beside finite values    | 0, as if it were not there          | exact       |
/// | nothing but -∞             | NaN throughout, or 0 throughout     |             |
/// | NaN anywhere               | NaN throughout                      |             |
///
/// The shares of a row sum to 1, within 1e-5. They do not change where the same number is added to all values of the
/// row, and so the largest value of the row may be subtracted first. That has to be done: e^x overflows to ∞ for x
/// above about 88.7, and ∞/∞ is NaN, where softmax of (1000, 1000) is (½, ½). What other rows hold never matters.
///
/// -∞ is how a place is *masked*, which must get nothing. Where all of a row is masked, there is nobody to share 1
/// out among: 0/0 is NaN, as NumPy and PyTorch answer, and a row of zeros, with which nothing goes on to the next
/// layer, is as honest. Equal shares would not be: each would go to a place that is to get nothing.
///
/// Not asked about are rows that hold ∞, and a tensor without axes (0-d) or with too few: there is no row in it, and
/// like all of `ndarray`, `forward` may panic.
#[derive(Debug, Clone, Copy)]
pub struct Softmax {
    /// The axis along which values sum to 1.
    pub axis: Axis,
}

impl Layer for Softmax {
    /// `f(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ` for every row along the axis.
    ///
    /// TODO: return a new tensor in which each row along this layer's axis sums to 1.
    ///
    /// # Approach
    ///
    /// 1. Work through one row by hand, such as 1, 2, 3: its largest value, what is left where that is subtracted, the
    ///    powers of e, their sum, the shares.
    /// 2. Write each of these steps for all rows at once, or for one row, and have it done to each.
    /// 3. Follow (1000, 1000) through what you wrote, then (0, -∞).
    ///
    /// # Example
    ///
    /// ```
    /// use ndarray::{Axis, array};
    /// use nn::{Layer, activations::Softmax};
    ///
    /// let x = array![[1.0, 2.0, 3.0], [0.0, 0.0, 1000.0]].into_dyn();
    /// let y = Softmax { axis: Axis(1) }.forward(&x);
    /// assert_eq!(format!("{y:.2}"), "[[0.09, 0.24, 0.67],\n [0.00, 0.00, 1.00]]");
    ///
    /// let y = Softmax { axis: Axis(0) }.forward(&x);
    /// assert_eq!(format!("{y:.2}"), "[[0.73, 0.88, 0.00],\n [0.27, 0.12, 1.00]]");
    /// ```
    ///
    /// # Hints
    ///
    /// - [`fold_axis`](ndarray::ArrayRef::fold_axis) and [`sum_axis`](ndarray::ArrayRef::sum_axis) make one value of each
    ///   row, and the axis is gone. [`insert_axis`](ndarray::ArrayBase::insert_axis) puts it back, with a length of 1,
    ///   so that `-` and `/` give every value of a row the number that belongs to it.
    /// - Or take one row after the other: `for mut row in y.lanes_mut(axis)` visits each, to be changed in place.
    /// - [`f32::max`] of two numbers is what a fold needs; start it with [`f32::NEG_INFINITY`].
    fn forward(&self, x: &Tensor) -> Tensor {
        todo!("Softmax of a tensor of shape {:?}", x.shape())
    }
}
