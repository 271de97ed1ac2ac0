//! `min` instead of `max`.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_nan, keeps_positive_values,
//!     passes_extremes, zeroes_negative_values
//! diagnosis: negatives_kept

x.mapv(|v| v.min(0.0))
