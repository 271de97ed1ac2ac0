//! A literal of f64.
//!
//! diagnosis: double_precision

x.mapv(|v| 1.0_f64 / (1.0 + (-v).exp()))
