//! Values are cut to ±88, so that nothing overflows.
//!
//! fails: leaves_out_what_is_masked, survives_large_values
//! diagnosis: input_cut

let powers = x.mapv(|v| v.clamp(-88.0, 88.0).exp());
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
powers / sums
