//! The largest value of no values.
//!
//! fails: accepts_empty_tensors
//! diagnosis: panics_on_empty

let mut y = x.clone();
let _first = x.iter().next().unwrap();
for mut row in y.lanes_mut(self.axis) {
    let largest = row.iter().copied().reduce(f32::max).unwrap();
    row.mapv_inplace(|v| (v - largest).exp());
    let sum = row.sum();
    row /= sum;
}
y
