//! Computed in f64 and brought back.

let mut y = x.mapv(f64::from);
for mut row in y.lanes_mut(self.axis) {
    let largest = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    row.mapv_inplace(|v| (v - largest).exp());
    let sum = row.sum();
    row.mapv_inplace(|v| v / sum);
}
y.mapv(|v| v as f32)
