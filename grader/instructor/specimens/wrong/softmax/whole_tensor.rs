//! The sum over everything.
//!
//! fails: accepts_a_batch, keeps_the_shape, works_along_any_axis
//! diagnosis: whole_tensor

let largest = x.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
let powers = x.mapv(|v| (v - largest).exp());
let sum = powers.sum();
powers / sum
