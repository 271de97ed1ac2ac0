//! The first layer's axis is used for all.
//!
//! fails: accepts_a_batch, keeps_the_shape, works_along_any_axis
//! diagnosis: changes_between_calls

static AXIS: std::sync::OnceLock<usize> = std::sync::OnceLock::new();
let axis = ndarray::Axis(*AXIS.get_or_init(|| self.axis.index()));
let mut y = x.clone();
for mut row in y.lanes_mut(axis) {
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
    row.mapv_inplace(|v| (v - largest).exp());
    let sum = row.sum();
    row /= sum;
}
y
