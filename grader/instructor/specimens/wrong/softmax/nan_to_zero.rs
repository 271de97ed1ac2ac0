//! NaN is tidied away.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

let largest = x.fold_axis(self.axis, f32::NEG_INFINITY, |a, b| a.max(*b)).insert_axis(self.axis);
let powers = (x - &largest).mapv(|v| if v.is_nan() { 0.0 } else { v.exp() });
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
powers / sums
