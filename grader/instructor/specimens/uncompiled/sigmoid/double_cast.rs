//! Computed in f64, and not brought back.
//!
//! diagnosis: double_precision

x.mapv(|v| 1.0 / (1.0 + (-(v as f64)).exp()))
