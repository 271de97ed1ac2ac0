//! The sign of the exponent is wrong.
//!
//! fails: agrees_with_the_reference, computes_the_example, ignores_a_shift,
//!     leaves_out_what_is_masked, survives_large_values
//! diagnosis: softmin

let powers = x.mapv(|v| (-v).exp());
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
powers / sums
