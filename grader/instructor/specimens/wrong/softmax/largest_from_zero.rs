//! The search for the largest value starts from 0.
//!
//! fails: survives_large_values
//! diagnosis: largest_of_zero_and_more

let mut y = x.clone();
for mut row in y.lanes_mut(self.axis) {
    let mut largest = 0.0;
    for &v in row.iter() {
        if v > largest {
            largest = v;
        }
    }
    row.mapv_inplace(|v| (v - largest).exp());
    let sum = row.sum();
    row /= sum;
}
y
