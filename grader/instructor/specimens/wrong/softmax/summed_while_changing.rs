//! The sum grows while values are divided by it.
//!
//! fails: agrees_with_the_reference, computes_the_example, ignores_a_shift, keeps_nan,
//!     leaves_out_what_is_masked, sums_to_one, survives_large_values
//! diagnosis: none

let mut y = x.clone();
for mut row in y.lanes_mut(self.axis) {
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
    let mut sum = 0.0;
    for v in row.iter_mut() {
        sum += (*v - largest).exp();
        *v = (*v - largest).exp() / sum;
    }
}
y
