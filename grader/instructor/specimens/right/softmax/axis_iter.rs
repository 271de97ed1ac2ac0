//! A view of each slice along the axis, added up and divided.

let mut largest = x.fold_axis(self.axis, f32::NEG_INFINITY, |_, _| f32::NEG_INFINITY);
for slice in x.axis_iter(self.axis) {
    largest.zip_mut_with(&slice, |a, &b| *a = a.max(b));
}
let mut y = x.clone();
let mut sums = largest.mapv(|_| 0.0);
for mut slice in y.axis_iter_mut(self.axis) {
    slice -= &largest;
    slice.mapv_inplace(f32::exp);
    sums += &slice;
}
for mut slice in y.axis_iter_mut(self.axis) {
    slice /= &sums;
}
y
