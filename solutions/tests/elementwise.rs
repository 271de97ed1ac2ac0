//! The given loop: values, shapes and memory layouts.

use ndarray::{Axis, Slice, arr0};
use nn::{Tensor, elementwise};

/// Not its own inverse, not symmetric, and nothing that rounds.
fn f(v: f32) -> f32 {
    if v < 2.0 { 3.0 - v } else { v / 2.0 }
}

fn counted(shape: &[usize]) -> Tensor {
    let mut next = 0.0;
    Tensor::from_shape_fn(shape, |_| {
        next += 1.0;
        next - 3.0
    })
}

fn layouts() -> Vec<Tensor> {
    let grid = counted(&[4, 6]);
    let cube = counted(&[2, 3, 5]);
    let mut strided = grid.clone();
    strided.slice_axis_inplace(Axis(1), Slice::new(1, None, 2));
    let mut reversed = grid.clone();
    reversed.invert_axis(Axis(0));
    let mut reversed_twice = cube.clone().permuted_axes(vec![1, 2, 0]);
    reversed_twice.invert_axis(Axis(0));
    reversed_twice.invert_axis(Axis(2));
    let mut one_row = grid.clone();
    one_row.slice_axis_inplace(Axis(0), Slice::new(2, Some(3), 1));
    let wide = counted(&[1, 6]).broadcast(vec![3, 4, 6]).expect("it fits").to_owned();
    vec![
        arr0(-1.5).into_dyn(),
        counted(&[0]),
        counted(&[3, 0, 2]).permuted_axes(vec![2, 0, 1]),
        counted(&[1, 2, 1, 2, 1]),
        counted(&[1037]),
        grid.clone().reversed_axes(),
        cube.permuted_axes(vec![2, 0, 1]),
        strided,
        reversed,
        reversed_twice,
        one_row,
        wide,
        grid,
    ]
}

#[test]
fn every_layout_is_taken_value_by_value() {
    for x in layouts() {
        let before = x.clone();
        let y = elementwise(&x, f);
        assert_eq!(y, x.mapv(f), "{:?} with strides {:?}", x.shape(), x.strides());
        assert_eq!(x, before);
    }
}

#[test]
fn values_stay_where_they_are_in_memory() {
    for x in [counted(&[4, 6]).reversed_axes(), counted(&[2, 3, 5]).permuted_axes(vec![2, 0, 1])] {
        let y = elementwise(&x, f);
        assert_eq!(y.strides(), x.strides());
        assert_ne!(y, elementwise(&x.as_standard_layout().into_owned(), |v| f(v) + 1.0));
    }
}

#[test]
fn what_is_captured_is_used() {
    let factors = [2.0, -3.0];
    let y = elementwise(&counted(&[9]), |v| factors[usize::from(v > 0.0)] * v);
    assert_eq!(y, counted(&[9]).mapv(|v| if v > 0.0 { -3.0 * v } else { 2.0 * v }));
}
