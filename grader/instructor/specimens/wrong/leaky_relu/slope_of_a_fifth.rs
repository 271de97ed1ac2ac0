//! Another library's usual slope.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, scales_negative_values,
//!     takes_any_slope
//! diagnosis: slope_of_a_fifth

x.mapv(|v| if v < 0.0 { 0.2 * v } else { v })
