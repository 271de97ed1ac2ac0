//! 1 for the largest value, 0 for the others.
//!
//! fails: agrees_with_the_reference, computes_the_example, ignores_a_shift, keeps_nan,
//!     leaves_out_what_is_masked, survives_large_values
//! diagnosis: hardmax

let mut y = x.clone();
for mut row in y.lanes_mut(self.axis) {
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
    row.mapv_inplace(|v| if v == largest { 1.0 } else { 0.0 });
}
y
