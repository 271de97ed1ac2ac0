//! By way of the logarithm of the sum, with the largest value taken out of it.

let mut y = x.clone();
for mut row in y.lanes_mut(self.axis) {
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
    let log = row.iter().map(|v| (v - largest).exp()).sum::<f32>().ln();
    row.mapv_inplace(|v| (v - largest - log).exp());
}
y
