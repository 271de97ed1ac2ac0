//! A row of nothing but -∞ gets zeros.

let mut y = x.clone();
for mut row in y.lanes_mut(self.axis) {
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| if b > a || b.is_nan() { b } else { a });
    if largest == f32::NEG_INFINITY {
        row.fill(0.0);
        continue;
    }
    let mut sum = 0.0;
    for v in row.iter_mut() {
        *v = (*v - largest).exp();
        sum += *v;
    }
    for v in row.iter_mut() {
        *v /= sum;
    }
}
y
