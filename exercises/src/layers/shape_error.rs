use std::error::Error;
use std::fmt;

/// Two shapes that should fit together and do not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShapeError {
    /// The input of a [`Dense`](super::Dense) layer is not a batch of rows as wide as the weights
    /// are high.
    Input {
        /// The shape of the input, which should be `[n, inputs]`.
        input: Vec<usize>,
        /// The shape of the weights, `[inputs, outputs]`.
        weights: [usize; 2],
    },
    /// A bias does not have one value for each column of the weights.
    Bias {
        /// The number of values in the bias, which should be `outputs`.
        bias: usize,
        /// The shape of the weights, `[inputs, outputs]`.
        weights: [usize; 2],
    },
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input { input, weights } => write!(
                f,
                "input of shape {input:?} does not fit weights of shape {weights:?}; \
                 hint: give a batch of shape [n, {}], one row per sample",
                weights[0]
            ),
            Self::Bias { bias, weights } => write!(
                f,
                "bias of shape [{bias}] does not fit weights of shape {weights:?}; \
                 hint: give a bias of shape [{}], one value per output",
                weights[1]
            ),
        }
    }
}

impl Error for ShapeError {}
