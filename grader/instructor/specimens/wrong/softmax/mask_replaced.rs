//! -∞ is replaced by a large number, so that no NaN comes up.
//!
//! fails: leaves_out_what_is_masked
//! diagnosis: mask_gets_a_share

let x = x.mapv(|v| if v == f32::NEG_INFINITY { -1e9 } else { v });
let largest = x.fold_axis(self.axis, f32::NEG_INFINITY, |a, b| a.max(*b)).insert_axis(self.axis);
let powers = (x - &largest).mapv(f32::exp);
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
powers / sums
