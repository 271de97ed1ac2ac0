//! The derivative: 1 where x is positive.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_nan, keeps_positive_values,
//!     passes_extremes
//! diagnosis: step

x.mapv(|v| if v > 0.0 { 1.0 } else { 0.0 })
