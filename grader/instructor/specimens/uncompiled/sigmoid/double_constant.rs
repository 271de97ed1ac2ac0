//! A constant of f64.
//!
//! diagnosis: double_precision

let one: f64 = 1.0;
x.mapv(|v| one / (one + (-v).exp()))
