//! `map_axis` makes the two numbers of each row.

let largest = x.map_axis(self.axis, |row| row.iter().copied().fold(f32::NEG_INFINITY, f32::max));
let mut y = x - &largest.insert_axis(self.axis);
y.mapv_inplace(f32::exp);
let sums = y.map_axis(self.axis, |row| row.sum());
y / &sums.insert_axis(self.axis)
