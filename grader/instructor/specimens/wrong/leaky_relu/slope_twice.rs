//! The slope is applied twice.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, scales_negative_values,
//!     takes_any_slope
//! diagnosis: slope_twice

let y = x.mapv(|v| if v < 0.0 { self.slope * v } else { v });
y.mapv(|v| if v < 0.0 { self.slope * v } else { v })
