//! Computed with integers, which drops the fraction.
//!
//! fails: agrees_with_the_reference, keeps_nan, keeps_positive_values, passes_extremes
//! diagnosis: truncated

x.mapv(|v| (v as i32).max(0) as f32)
