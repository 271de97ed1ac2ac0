//! A detour over larger numbers, on which digits are lost.
//!
//! fails: agrees_with_the_reference, scales_negative_values, takes_any_slope
//! diagnosis: none

x.mapv(|v| if v < 0.0 { (self.slope * v + 1.0) - 1.0 } else { v })
