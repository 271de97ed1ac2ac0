//! Softplus, the rounded relative.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_zero_at_zero, keeps_positive_values,
//!     passes_extremes, zeroes_negative_values
//! diagnosis: softplus

x.mapv(|v| (1.0 + v.exp()).ln())
