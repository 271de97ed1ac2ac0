//! What is beyond the core, against its contract: spot checks, one promise at a time.

use ndarray::array;
use nn::activations::{self, GELU};
use nn::slopes::{self, ReLUSlope, SigmoidSlope, TanhSlope};
use nn::{Layer, Tensor, functional};

/// A slope as a method, as a function, and the function that it is the slope of, in `f64`.
type Slope = (&'static dyn Layer, fn(&Tensor) -> Tensor, fn(f64) -> f64);

const SLOPES: [Slope; 3] = [
    (&ReLUSlope, functional::relu_slope, |x| x.max(0.0)),
    (&SigmoidSlope, functional::sigmoid_slope, |x| 1.0 / (1.0 + (-x).exp())),
    (&TanhSlope, functional::tanh_slope, f64::tanh),
];

/// Evenly spaced, and none of them 0, where ReLU has a corner.
fn samples() -> Tensor {
    Tensor::from_shape_fn(vec![401], |i| (i[0] as f32 - 200.5) / 16.0)
}

#[test]
fn slopes_are_what_is_measured() {
    const STEP: f64 = 1e-5;
    let x = samples();
    for (layer, function, of) in SLOPES {
        let y = layer.forward(&x);
        for (&x, &y) in x.iter().zip(&y) {
            let measured = (of(f64::from(x) + STEP) - of(f64::from(x) - STEP)) / (2.0 * STEP);
            assert!((f64::from(y) - measured).abs() < 1e-6, "{}({x}) is {y}", layer.name());
        }
        assert_eq!(function(&x), y, "the two forms of {} differ", layer.name());
    }
}

#[test]
fn edges_are_as_promised() {
    let x = array![f32::NEG_INFINITY, -0.0, 0.0, f32::INFINITY].into_dyn();
    assert_eq!(ReLUSlope.forward(&x), array![0.0, 0.0, 0.0, 1.0].into_dyn());
    assert_eq!(SigmoidSlope.forward(&x), array![0.0, 0.25, 0.25, 0.0].into_dyn());
    assert_eq!(TanhSlope.forward(&x), array![0.0, 1.0, 1.0, 0.0].into_dyn());
    assert_eq!(GELU.forward(&x), array![0.0, 0.0, 0.0, f32::INFINITY].into_dyn());
    let x = array![f32::NAN, -f32::NAN, 1.0].into_dyn();
    for layer in [&GELU as &dyn Layer, &ReLUSlope, &SigmoidSlope, &TanhSlope] {
        assert_eq!(layer.forward(&x).mapv(f32::is_nan), array![true, true, false].into_dyn());
    }
}

/// Values of mpmath's, with the last as large as the contract goes.
#[test]
fn gelu_falls_before_it_rises() {
    let x = array![-5.0, -0.75, -0.1, 0.5, 3.0, 1e38].into_dyn();
    let exact = [-1.433_258e-6, -0.169_970_6, -0.046_017_22, 0.345_731_2, 2.995_95, 1e38];
    let y = GELU.forward(&x);
    for (y, exact) in y.iter().zip(exact) {
        assert!((y - exact).abs() <= 1e-6_f32.max(1e-6 * exact.abs()), "{y} is not {exact}");
    }
    assert_eq!(functional::gelu(&x), y);
}

#[test]
fn names_lead_to_layers() {
    let name = |layer: Option<Box<dyn Layer>>| layer.map(|layer| layer.name());
    assert_eq!(name(activations::by_name("gelu", None)), Some("GELU"));
    for (key, (layer, ..)) in ["relu_slope", "sigmoid_slope", "tanh_slope"].into_iter().zip(SLOPES) {
        assert_eq!(name(slopes::by_name(key)), Some(layer.name()));
    }
    assert!(slopes::by_name("relu").is_none());
}
