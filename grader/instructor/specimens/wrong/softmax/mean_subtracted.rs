//! The mean is subtracted.
//!
//! fails: leaves_out_what_is_masked, survives_large_values
//! diagnosis: another_than_the_largest

let mut y = x.clone();
for mut row in y.lanes_mut(self.axis) {
    let mean = row.mean().unwrap_or(0.0);
    row.mapv_inplace(|v| (v - mean).exp());
    let sum = row.sum();
    row /= sum;
}
y
