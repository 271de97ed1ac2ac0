//! The usual slope is written into the code.
//!
//! fails: takes_any_slope
//! diagnosis: slope_ignored

x.mapv(|v| if v < 0.0 { 0.01 * v } else { v })
