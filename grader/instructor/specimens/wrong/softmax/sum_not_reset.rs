//! One sum for all rows, which is never set back to 0.
//!
//! fails: accepts_a_batch, keeps_the_shape, works_along_any_axis
//! diagnosis: sum_goes_on

let mut y = x.clone();
let mut sum = 0.0;
for mut row in y.lanes_mut(self.axis) {
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
    row.mapv_inplace(|v| (v - largest).exp());
    sum += row.sum();
    row /= sum;
}
y
