//! The last axis, whatever the layer says.
//!
//! fails: works_along_any_axis
//! diagnosis: always_last_axis

let axis = ndarray::Axis(x.ndim() - 1);
let largest = x.fold_axis(axis, f32::NEG_INFINITY, |a, b| a.max(*b)).insert_axis(axis);
let powers = (x - &largest).mapv(f32::exp);
let sums = powers.sum_axis(axis).insert_axis(axis);
powers / sums
