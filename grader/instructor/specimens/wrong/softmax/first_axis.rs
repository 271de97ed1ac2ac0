//! The first axis, whatever the layer says.
//!
//! fails: accepts_a_batch, keeps_the_shape, works_along_any_axis
//! diagnosis: always_first_axis

use ndarray::Axis;
let largest = x.fold_axis(Axis(0), f32::NEG_INFINITY, |a, b| a.max(*b)).insert_axis(Axis(0));
let powers = (x - &largest).mapv(f32::exp);
let sums = powers.sum_axis(Axis(0)).insert_axis(Axis(0));
powers / sums
