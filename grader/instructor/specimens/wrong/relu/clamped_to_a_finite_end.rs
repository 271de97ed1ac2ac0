//! Clamped to the largest finite number, which infinity is cut down to.
//!
//! fails: passes_extremes
//! diagnosis: none

x.mapv(|v| v.clamp(0.0, f32::MAX))
