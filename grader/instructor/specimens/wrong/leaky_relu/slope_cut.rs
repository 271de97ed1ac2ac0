//! The slope is kept between 0 and 1.
//!
//! fails: takes_any_slope
//! diagnosis: slope_cut

let slope = self.slope.clamp(0.0, 1.0);
x.mapv(|v| if v < 0.0 { slope * v } else { v })
