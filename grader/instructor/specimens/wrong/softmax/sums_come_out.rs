//! The sums are given back, and not the shares.
//!
//! fails: agrees_with_the_reference, answers_the_same_each_time, computes_the_example,
//!     ignores_a_shift, keeps_nan, leaves_out_what_is_masked, sums_to_one, survives_large_values
//! diagnosis: axis_gone

let largest = x.fold_axis(self.axis, f32::NEG_INFINITY, |a, b| a.max(*b)).insert_axis(self.axis);
(x - &largest).mapv(f32::exp).sum_axis(self.axis)
