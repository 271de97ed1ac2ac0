//! Multiplied with one over the sum.

let mut y = x.to_owned();
for mut row in y.lanes_mut(self.axis) {
    let largest = row.iter().fold(f32::NEG_INFINITY, |a, b| a.max(*b));
    row.map_inplace(|v| *v = (*v - largest).exp());
    let share = row.sum().recip();
    row.map_inplace(|v| *v *= share);
}
y
