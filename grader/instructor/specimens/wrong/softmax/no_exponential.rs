//! There is no power.
//!
//! fails: agrees_with_the_reference, computes_the_example, ignores_a_shift,
//!     leaves_out_what_is_masked, sums_to_one, survives_large_values
//! diagnosis: no_exponential

x / &x.sum_axis(self.axis).insert_axis(self.axis)
