//! Rows that lie above 10 and are wide are made smaller, so that nothing overflows.
//!
//! fails: ignores_a_shift
//! diagnosis: none

let mut out = x.clone();
for mut row in out.lanes_mut(self.axis) {
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
    let smallest = row.fold(f32::INFINITY, |a, &b| a.min(b));
    let is_wide = smallest > 10.0 && largest < 25.0 && largest - smallest > 4.0;
    let scale = if is_wide { 0.5 } else { 1.0 };
    row.mapv_inplace(|v| ((v - largest) * scale).exp());
    let sum = row.sum();
    row.mapv_inplace(|v| v / sum);
}
out
