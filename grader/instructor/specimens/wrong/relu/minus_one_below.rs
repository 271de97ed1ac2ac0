//! Negative values become -1.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, zeroes_negative_values
//! diagnosis: minus_one_below

x.mapv(|v| if v < 0.0 { -1.0 } else { v })
