//! Each row its largest value, and the sum over everything.
//!
//! fails: accepts_a_batch, keeps_the_shape, works_along_any_axis
//! diagnosis: none

let largest = x.fold_axis(self.axis, f32::NEG_INFINITY, |a, b| a.max(*b)).insert_axis(self.axis);
let powers = (x - &largest).mapv(f32::exp);
let sum = powers.sum();
powers / sum
