//! The reference against the contract of the lesson: spot checks, one promise at a time.

use ndarray::{Axis, Slice, arr0, array};
use nn::activations::{ReLU, Sigmoid, Tanh, by_name};
use nn::{Layer, Tensor, functional};

/// An activation as a method, as a function, and its formula in `f64`.
type Activation = (&'static dyn Layer, fn(&Tensor) -> Tensor, fn(f64) -> f64);

const ACTIVATIONS: [Activation; 3] = [
    (&ReLU, functional::relu, |x| x.max(0.0)),
    (&Sigmoid, functional::sigmoid, |x| 1.0 / (1.0 + (-x).exp())),
    (&Tanh, functional::tanh, f64::tanh),
];

/// Evenly spaced, and dense enough to meet every branch of the formulas.
fn samples() -> Tensor {
    Tensor::from_shape_fn(vec![4001], |i| (i[0] as f32 - 2000.0) / 16.0)
}

/// Every layout the contract names.
fn layouts() -> Vec<Tensor> {
    let grid = Tensor::from_shape_fn(vec![4, 6], |i| i[0] as f32 - i[1] as f32);
    let mut strided = grid.clone();
    strided.slice_axis_inplace(Axis(1), Slice::new(1, None, 2));
    let mut reversed = grid.clone();
    reversed.invert_axis(Axis(0));
    vec![
        arr0(-1.5).into_dyn(),
        Tensor::zeros(vec![0]),
        Tensor::zeros(vec![2, 0, 3]),
        Tensor::from_elem(vec![1, 2, 1, 2, 1], -0.5),
        grid.clone().reversed_axes(),
        strided,
        reversed,
        grid,
    ]
}

#[test]
fn finite_values_are_accurate() {
    let x = samples();
    for (layer, _, exact) in ACTIVATIONS {
        for (&x, &y) in x.iter().zip(&layer.forward(&x)) {
            let error = (f64::from(y) - exact(f64::from(x))).abs();
            assert!(error <= 1e-6, "{}({x}) = {y}, off by {error:e}", layer.name());
        }
    }
}

#[test]
fn relu_is_exact() {
    let x = samples();
    assert_eq!(ReLU.forward(&x), x.mapv(|v| if v > 0.0 { v } else { 0.0 }));
    let extremes = array![f32::MIN, -f32::from_bits(1), -0.0, f32::from_bits(1), f32::MAX];
    let expected = array![0.0, 0.0, 0.0, f32::from_bits(1), f32::MAX];
    assert_eq!(ReLU.forward(&extremes.into_dyn()), expected.into_dyn());
}

#[test]
fn infinities_reach_the_limits() {
    let x = array![f32::NEG_INFINITY, f32::INFINITY].into_dyn();
    assert_eq!(ReLU.forward(&x), array![0.0, f32::INFINITY].into_dyn());
    assert_eq!(Sigmoid.forward(&x), array![0.0, 1.0].into_dyn());
    assert_eq!(Tanh.forward(&x), array![-1.0, 1.0].into_dyn());
}

#[test]
fn nan_stays_nan() {
    let x = array![f32::NAN, -f32::NAN, 1.0].into_dyn();
    for (layer, ..) in ACTIVATIONS {
        let y = layer.forward(&x);
        assert_eq!(y.mapv(f32::is_nan), array![true, true, false].into_dyn());
    }
}

#[test]
fn nothing_decreases_and_symmetries_hold() {
    let x = samples();
    for (layer, ..) in ACTIVATIONS {
        let y = layer.forward(&x);
        assert!(y.iter().is_sorted(), "{} decreases", layer.name());
    }
    let minus_x = -&x;
    assert_eq!(Tanh.forward(&minus_x), -Tanh.forward(&x));
    // Both sides are rounded: they agree within twice the accuracy of the contract.
    let sum = Sigmoid.forward(&minus_x) + Sigmoid.forward(&x);
    assert!(sum.iter().all(|sum| (sum - 1.0).abs() <= 2e-6));
}

#[test]
fn any_layout_is_taken_value_by_value_and_left_as_it_was() {
    for (layer, function, _) in ACTIVATIONS {
        for x in layouts() {
            let before = x.clone();
            let y = layer.forward(&x);
            assert_eq!(y.shape(), x.shape());
            assert_eq!(x, before, "{} changed its input", layer.name());
            assert_eq!(layer.forward(&x), y, "{} changed its mind", layer.name());
            assert_eq!(function(&x), y, "the two forms of {} differ", layer.name());
            for (index, &v) in x.indexed_iter() {
                let alone = layer.forward(&arr0(v).into_dyn());
                assert_eq!(alone.first(), y.get(index));
            }
        }
    }
}

#[test]
fn names_lead_to_layers() {
    for (layer, ..) in ACTIVATIONS {
        let found = by_name(&layer.name().to_lowercase(), None);
        assert_eq!(found.map(|found| found.name()), Some(layer.name()));
    }
    assert!(by_name("", None).is_none());
    assert!(by_name("ReLU", None).is_none());
}
