//! A comparison for a number.
//!
//! diagnosis: none

x.mapv(|v| v > 0.0)
