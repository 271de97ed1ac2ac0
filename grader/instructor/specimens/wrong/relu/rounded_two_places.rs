//! Rounded to two places, as the examples are printed.
//!
//! fails: agrees_with_the_reference, keeps_positive_values, passes_extremes
//! diagnosis: rounded_to_2

x.mapv(|v| if v < 0.0 { 0.0 } else { (v * 100.0).round() / 100.0 })
