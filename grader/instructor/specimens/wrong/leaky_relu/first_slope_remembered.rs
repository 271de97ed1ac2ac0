//! The first layer's slope is used for all.
//!
//! fails: takes_any_slope
//! diagnosis: none

static SLOPE: std::sync::OnceLock<f32> = std::sync::OnceLock::new();
let slope = *SLOPE.get_or_init(|| self.slope);
x.mapv(|v| if v < 0.0 { slope * v } else { v })
