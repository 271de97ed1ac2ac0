//! Axis 1, as in every example with a batch.
//!
//! fails: computes_the_example, works_along_any_axis
//! diagnosis: one_rank_only

use ndarray::Axis;
let largest = x.fold_axis(Axis(1), f32::NEG_INFINITY, |a, b| a.max(*b)).insert_axis(Axis(1));
let powers = (x - &largest).mapv(f32::exp);
let sums = powers.sum_axis(Axis(1)).insert_axis(Axis(1));
powers / sums
