//! The smallest value is subtracted.
//!
//! fails: leaves_out_what_is_masked, survives_large_values
//! diagnosis: another_than_the_largest

let smallest = x.fold_axis(self.axis, f32::INFINITY, |a, b| a.min(*b)).insert_axis(self.axis);
let powers = (x - &smallest).mapv(f32::exp);
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
powers / sums
