//! Only one row is taken.
//!
//! fails: accepts_a_batch, keeps_the_shape
//! diagnosis: one_rank_only

let row = x.view().into_dimensionality::<ndarray::Ix1>().expect("a vector");
let largest = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
let powers = row.mapv(|v| (v - largest).exp());
let sum = powers.sum();
(powers / sum).into_dyn()
