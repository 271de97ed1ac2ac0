//! A floor in place of a slope.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, scales_negative_values,
//!     takes_any_slope
//! diagnosis: slope_as_limit

x.mapv(|v| if v < -self.slope { -self.slope } else { v })
