//! Powers of two.
//!
//! fails: agrees_with_the_reference, computes_the_example, ignores_a_shift, survives_large_values
//! diagnosis: base_two

let powers = x.mapv(f32::exp2);
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
powers / sums
