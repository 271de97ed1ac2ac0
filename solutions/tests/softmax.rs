//! Softmax against its contract.

use ndarray::{Axis, array};
use nn::activations::{Softmax, by_name};
use nn::{Layer, Tensor, functional};

/// What softmax makes of a matrix along an axis.
fn softmax(x: &Tensor, axis: usize) -> Tensor {
    let y = Softmax { axis: Axis(axis) }.forward(x);
    // As texts, since NaN is not equal to itself.
    assert_eq!(functional::softmax(x, Axis(axis)).to_string(), y.to_string());
    let by_name = by_name("softmax", Some(axis as f32)).map(|layer| layer.forward(x).to_string());
    assert_eq!(by_name, Some(y.to_string()));
    y
}

#[test]
fn each_row_sums_to_one_along_any_axis() {
    let x = Tensor::from_shape_fn(vec![3, 4, 5], |i| (7 * i[0] + 5 * i[1] + 3 * i[2]) as f32 % 4.0);
    for axis in 0..3 {
        let y = softmax(&x, axis);
        assert_eq!(y.shape(), x.shape());
        assert!(y.sum_axis(Axis(axis)).iter().all(|sum| (sum - 1.0).abs() < 1e-6));
        assert_eq!(softmax(&x.clone().reversed_axes(), 2 - axis), y.reversed_axes(), "axis {axis}");
    }
    let last = by_name("softmax", None).expect("it is known");
    assert_eq!((last.name(), last.forward(&x)), ("Softmax", softmax(&x, 2)));
}

#[test]
fn only_differences_count_however_large_the_values_are() {
    let x = array![[1000.0, 1001.0], [-1000.0, -999.0], [0.0, 1.0], [0.0, f32::NEG_INFINITY]].into_dyn();
    let y = softmax(&x, 1);
    for row in 0..2 {
        assert_eq!((y[[row, 0]], y[[row, 1]]), (y[[2, 0]], y[[2, 1]]));
    }
    assert!((y[[2, 1]] - 0.731_058_6).abs() < 1e-6);
    assert_eq!((y[[3, 0]], y[[3, 1]]), (1.0, 0.0));
}

#[test]
fn what_is_no_number_stays_in_its_row() {
    let x = array![[f32::NAN, 1.0], [f32::NEG_INFINITY, f32::NEG_INFINITY], [1.0, 1.0]].into_dyn();
    let y = softmax(&x, 1);
    let is_nan = [[true, true], [true, true], [false, false]];
    assert_eq!(y.mapv(f32::is_nan), ndarray::arr2(&is_nan).into_dyn());
    for shape in [vec![0], vec![0, 3], vec![3, 0]] {
        let axis = shape.len() - 1;
        assert_eq!(softmax(&Tensor::zeros(shape.clone()), axis).shape(), shape);
    }
}
