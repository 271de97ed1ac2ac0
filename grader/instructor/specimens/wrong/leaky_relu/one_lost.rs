//! The complement of the slope.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, scales_negative_values,
//!     takes_any_slope
//! diagnosis: none

x.mapv(|v| if v < 0.0 { (1.0 - self.slope) * v } else { v })
