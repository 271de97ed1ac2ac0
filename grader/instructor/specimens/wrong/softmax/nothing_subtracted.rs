//! The formula as it stands in books.
//!
//! fails: survives_large_values
//! diagnosis: largest_not_subtracted

let powers = x.mapv(f32::exp);
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
powers / sums
