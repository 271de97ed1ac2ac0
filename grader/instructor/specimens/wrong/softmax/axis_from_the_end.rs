//! The axis is counted from the end.
//!
//! fails: accepts_a_batch, keeps_the_shape, works_along_any_axis
//! diagnosis: axis_from_the_end

let axis = ndarray::Axis(x.ndim() - 1 - self.axis.index());
let largest = x.fold_axis(axis, f32::NEG_INFINITY, |a, b| a.max(*b)).insert_axis(axis);
let powers = (x - &largest).mapv(f32::exp);
let sums = powers.sum_axis(axis).insert_axis(axis);
powers / sums
