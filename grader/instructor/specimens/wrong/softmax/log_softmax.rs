//! The logarithms of the shares.
//!
//! fails: agrees_with_the_reference, computes_the_example, ignores_a_shift,
//!     leaves_out_what_is_masked, sums_to_one, survives_large_values
//! diagnosis: log_softmax

let mut y = x.clone();
for mut row in y.lanes_mut(self.axis) {
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
    let log = largest + row.iter().map(|v| (v - largest).exp()).sum::<f32>().ln();
    row.mapv_inplace(|v| v - log);
}
y
