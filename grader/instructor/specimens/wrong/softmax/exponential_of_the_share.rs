//! The share is taken first, and the power of it then.
//!
//! fails: agrees_with_the_reference, computes_the_example, ignores_a_shift,
//!     leaves_out_what_is_masked, sums_to_one, survives_large_values
//! diagnosis: exponential_of_the_share

let shares = x / &x.sum_axis(self.axis).insert_axis(self.axis);
shares.mapv(f32::exp)
