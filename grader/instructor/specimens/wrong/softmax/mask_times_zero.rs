//! The power is written as a product of powers.
//!
//! fails: leaves_out_what_is_masked, survives_large_values
//! diagnosis: mask_to_nan

let largest = x.fold_axis(self.axis, f32::NEG_INFINITY, |a, b| a.max(*b)).insert_axis(self.axis);
let powers = (x - &largest).mapv(|v| v.exp() + 0.0 * v);
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
powers / sums
