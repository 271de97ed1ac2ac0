//! What is close to 0 is called 0.
//!
//! fails: agrees_with_the_reference, keeps_positive_values, scales_negative_values, takes_any_slope
//! diagnosis: none

x.mapv(|v| if v.abs() < 1e-4 { 0.0 } else if v < 0.0 { self.slope * v } else { v })
