//! A comparison, cast to a number.
//!
//! diagnosis: none

x.mapv(|v| (v > 0.0) as f32)
