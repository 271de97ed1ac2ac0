//! A factor of 2 too many.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, scales_negative_values,
//!     takes_any_slope
//! diagnosis: part_doubled

x.mapv(|v| if v < 0.0 { 2.0 * self.slope * v } else { v })
