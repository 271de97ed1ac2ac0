//! The mean of the powers, and not their sum.
//!
//! fails: agrees_with_the_reference, computes_the_example, ignores_a_shift,
//!     leaves_out_what_is_masked, sums_to_one, survives_large_values
//! diagnosis: mean_for_sum

let powers = x.mapv(f32::exp);
let means = powers.sum_axis(self.axis).insert_axis(self.axis) / x.len_of(self.axis) as f32;
powers / means
