//! The slope's sign is dropped.
//!
//! fails: takes_any_slope
//! diagnosis: slope_positive

let slope = self.slope.abs();
x.mapv(|v| if v < 0.0 { slope * v } else { v })
