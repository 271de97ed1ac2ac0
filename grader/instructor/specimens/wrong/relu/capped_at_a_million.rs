//! Capped at a million, to keep numbers manageable.
//!
//! fails: passes_extremes
//! diagnosis: none

x.mapv(|v| v.clamp(0.0, 1e6))
