//! Values are cut to ±10, so that nothing overflows.
//!
//! fails: agrees_with_the_reference, ignores_a_shift, leaves_out_what_is_masked,
//!     survives_large_values
//! diagnosis: input_cut

let powers = x.mapv(|v| v.clamp(-10.0, 10.0).exp());
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
powers / sums
