//! Row by row, in a copy.

let mut y = x.clone();
for mut row in y.lanes_mut(self.axis) {
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
    row.mapv_inplace(|v| (v - largest).exp());
    let sum = row.sum();
    row /= sum;
}
y
