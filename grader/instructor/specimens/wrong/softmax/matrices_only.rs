//! Only a batch is taken.
//!
//! fails: computes_the_example
//! diagnosis: one_rank_only

let mut y = x.clone().into_dimensionality::<ndarray::Ix2>().expect("a matrix");
for mut row in y.lanes_mut(self.axis) {
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
    row.mapv_inplace(|v| (v - largest).exp());
    let sum = row.sum();
    row /= sum;
}
y.into_dyn()
