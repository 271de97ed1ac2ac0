//! The product of the slope and the size.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, scales_negative_values,
//!     takes_any_slope
//! diagnosis: sign_lost

x.mapv(|v| if v < 0.0 { self.slope * v.abs() } else { v })
