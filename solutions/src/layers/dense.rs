use ndarray::{Array1, Array2, Ix2};

use super::ShapeError;
use crate::{Layer, Tensor};

/// A fully connected layer: `y = x·W + b`, from a batch `[n, inputs]` to a batch `[n, outputs]`.
#[derive(Debug, Clone)]
pub struct Dense {
    /// `[inputs, outputs]`
    weights: Array2<f32>,
    /// `[outputs]`
    bias: Array1<f32>,
}

impl Dense {
    /// A layer with random weights and a bias of zeros.
    ///
    /// The weights are uniform in ±sqrt(6 / (inputs + outputs)), which keeps the spread of the
    /// values about the same from layer to layer (Xavier Glorot and Yoshua Bengio, "Understanding
    /// the difficulty of training deep feedforward neural networks", 2010, equation 16). The same
    /// `seed` gives the same weights.
    #[inline]
    pub fn new(inputs: usize, outputs: usize, seed: u64) -> Self {
        let limit = (6.0 / (inputs + outputs) as f32).sqrt();
        let mut rng = fastrand::Rng::with_seed(seed);
        Self {
            // `rng.f32()` is in [0, 1)
            weights: Array2::from_shape_fn((inputs, outputs), |_| limit * (2.0 * rng.f32() - 1.0)),
            bias: Array1::zeros(outputs),
        }
    }

    /// A layer with the given weights `[inputs, outputs]` and bias `[outputs]`.
    ///
    /// # Errors
    ///
    /// [`ShapeError::Bias`] if the bias does not have one value per column of the weights.
    pub fn from_arrays(weights: Array2<f32>, bias: Array1<f32>) -> Result<Self, ShapeError> {
        if bias.len() == weights.ncols() {
            Ok(Self { weights, bias })
        } else {
            Err(ShapeError::Bias { bias: bias.len(), weights: weights.dim().into() })
        }
    }

    /// The weights, `[inputs, outputs]`.
    pub fn weights(&self) -> &Array2<f32> {
        &self.weights
    }

    /// The bias, `[outputs]`.
    pub fn bias(&self) -> &Array1<f32> {
        &self.bias
    }

    /// `x·W + b` for a batch `x` of shape `[n, inputs]`; the output has the shape `[n, outputs]`.
    ///
    /// # Errors
    ///
    /// [`ShapeError::Input`] if `x` has another rank or another number of columns.
    #[inline]
    pub fn try_forward(&self, x: &Tensor) -> Result<Tensor, ShapeError> {
        match x.view().into_dimensionality::<Ix2>() {
            Ok(rows) if rows.ncols() == self.weights.nrows() => {
                Ok((rows.dot(&self.weights) + &self.bias).into_dyn())
            }
            _ => Err(ShapeError::Input { input: x.shape().to_vec(), weights: self.weights.dim().into() }),
        }
    }
}

impl Layer for Dense {
    /// `x·W + b` for a batch `x` of shape `[n, inputs]`; the output has the shape `[n, outputs]`.
    ///
    /// # Panics
    ///
    /// If `x` has another shape, with the message of [`Dense::try_forward`]'s error.
    #[inline]
    fn forward(&self, x: &Tensor) -> Tensor {
        self.try_forward(x).unwrap_or_else(|error| panic!("{error}"))
    }
}
