//! The axis is brought to the end, rows are collected, and it is brought back.

let last = x.ndim() - 1;
let mut y = x.clone();
y.swap_axes(self.axis.index(), last);
for mut row in y.rows_mut() {
    let largest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    row.mapv_inplace(|v| f32::exp(v - largest));
    let sum: f32 = row.iter().sum();
    row /= sum;
}
y.swap_axes(self.axis.index(), last);
y
