//! The slope in whole hundredths.
//!
//! fails: takes_any_slope
//! diagnosis: none

let slope = (self.slope * 100.0).round() / 100.0;
x.mapv(|v| if v < 0.0 { slope * v } else { v })
