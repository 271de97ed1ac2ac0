//! Subtracted in place of multiplied.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, scales_negative_values,
//!     takes_any_slope
//! diagnosis: slope_subtracted

x.mapv(|v| if v < 0.0 { v - self.slope } else { v })
