//! The positive values are squared.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_positive_values, passes_extremes
//! diagnosis: positives_squared

x.mapv(|v| if v < 0.0 { 0.0 } else { v * v })
