//! The axis is put back once, and not twice.
//!
//! fails: accepts_a_batch, keeps_the_shape
//! diagnosis: axis_lost

let largest = x.fold_axis(self.axis, f32::NEG_INFINITY, |a, b| a.max(*b)).insert_axis(self.axis);
let powers = (x - &largest).mapv(f32::exp);
let sums = powers.sum_axis(self.axis);
powers / sums
