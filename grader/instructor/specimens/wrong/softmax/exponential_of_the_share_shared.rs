//! Power of the share, and shares of these. Where a row sums to nearly 0, its powers overflow.
//!
//! fails: some, agrees_with_the_reference, computes_the_example, ignores_a_shift,
//!     leaves_out_what_is_masked, survives_large_values
//! diagnosis: share_in_the_exponent

let mut y = x / &x.sum_axis(self.axis).insert_axis(self.axis);
for mut row in y.lanes_mut(self.axis) {
    row.mapv_inplace(f32::exp);
    let sum = row.sum();
    row /= sum;
}
y
