//! The given layers: shapes, weights, errors and order.

use std::panic;

use ndarray::{Array2, array};
use nn::activations::{ReLU, Tanh};
use nn::layers::{Dense, Sequential, ShapeError};
use nn::{Layer, Tensor};

#[test]
fn dense_multiplies_and_adds() -> Result<(), ShapeError> {
    let dense = Dense::from_arrays(array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], array![0.5, 0.0, -0.5])?;
    let x = array![[1.0, 1.0], [2.0, -1.0]].into_dyn();
    // 1 + 4, 2 + 5, 3 + 6 and 2 - 4, 4 - 5, 6 - 6, each plus the bias
    let expected = array![[5.5, 7.0, 8.5], [-1.5, -1.0, -0.5]].into_dyn();
    assert_eq!(dense.try_forward(&x)?, expected);
    assert_eq!(dense.forward(&x), expected);
    Ok(())
}

#[test]
fn dense_takes_any_layout_and_an_empty_batch() -> Result<(), ShapeError> {
    let dense = Dense::from_arrays(array![[1.0], [10.0]], array![0.0])?;
    let transposed = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]].reversed_axes();
    let expected = array![[41.0], [52.0], [63.0]].into_dyn();
    assert_eq!(dense.try_forward(&transposed.into_dyn())?, expected);
    assert_eq!(dense.try_forward(&Tensor::zeros(vec![0, 2]))?.shape(), [0, 1]);
    Ok(())
}

#[test]
fn dense_names_both_shapes_when_they_do_not_fit() {
    let dense = Dense::new(4, 1, 0);
    for shape in [vec![2, 3], vec![4], vec![], vec![1, 2, 4]] {
        let error = dense.try_forward(&Tensor::zeros(shape.clone())).unwrap_err();
        let expected = format!(
            "input of shape {shape:?} does not fit weights of shape [4, 1]; \
             hint: give a batch of shape [n, 4], one row per sample"
        );
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn dense_panics_with_the_message_of_its_error() {
    let dense = Dense::new(4, 1, 0);
    let x = Tensor::zeros(vec![2, 3]);
    let message = dense.try_forward(&x).unwrap_err().to_string();
    let panic = panic::catch_unwind(|| dense.forward(&x)).unwrap_err();
    assert_eq!(panic.downcast_ref::<String>(), Some(&message));
}

#[test]
fn dense_refuses_a_bias_that_does_not_fit() {
    let error = Dense::from_arrays(Array2::zeros((3, 2)), array![1.0, 2.0, 3.0]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "bias of shape [3] does not fit weights of shape [3, 2]; \
         hint: give a bias of shape [2], one value per output"
    );
}

#[test]
fn new_weights_fill_the_glorot_interval_and_the_bias_is_zero() {
    // sqrt(6 / (100 + 50)) = 0.2
    let dense = Dense::new(100, 50, 7);
    assert_eq!(dense.weights().dim(), (100, 50));
    assert_eq!(*dense.bias(), ndarray::Array1::<f32>::zeros(50));

    let weights = dense.weights();
    assert!(weights.iter().all(|w| w.abs() <= 0.2 + f32::EPSILON));
    assert!(weights.iter().any(|&w| w < -0.19) && weights.iter().any(|&w| w > 0.19));
    // The mean of 5000 such values has a standard deviation of 0.2 / sqrt(3 · 5000) ≈ 0.0016.
    assert!(weights.mean().is_some_and(|mean| mean.abs() < 0.01));
}

#[test]
fn a_seed_decides_the_weights() {
    assert_eq!(Dense::new(3, 4, 1).weights(), Dense::new(3, 4, 1).weights());
    assert_ne!(Dense::new(3, 4, 1).weights(), Dense::new(3, 4, 2).weights());
}

#[test]
fn sequential_goes_from_first_to_last() -> Result<(), ShapeError> {
    let negate = || Dense::from_arrays(array![[-1.0]], array![0.0]);
    let x = array![[-2.0], [3.0]].into_dyn();

    let negate_first = Sequential::new(vec![Box::new(negate()?), Box::new(ReLU)]);
    assert_eq!(negate_first.forward(&x), array![[2.0], [0.0]].into_dyn());
    let relu_first = Sequential::new(vec![Box::new(ReLU), Box::new(negate()?)]);
    assert_eq!(relu_first.forward(&x), array![[0.0], [-3.0]].into_dyn());
    Ok(())
}

#[test]
fn sequential_may_be_empty_or_nested() {
    let x = array![[-1.0, 2.0]].into_dyn();
    assert_eq!(Sequential::new(vec![]).forward(&x), x);
    let nested = Sequential::new(vec![Box::new(Sequential::new(vec![Box::new(Tanh)]))]);
    assert_eq!(nested.forward(&x), Tanh.forward(&x));
    assert_eq!(nested.layers()[0].name(), "Sequential");
}
