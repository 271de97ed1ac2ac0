//! Shares in two decimals, as the example shows them.
//!
//! fails: agrees_with_the_reference, computes_the_example, ignores_a_shift,
//!     leaves_out_what_is_masked, sums_to_one, survives_large_values
//! diagnosis: rounded_to_2

let powers = x.mapv(f32::exp);
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
(powers / sums).mapv(|v| (v * 100.0).round() / 100.0)
