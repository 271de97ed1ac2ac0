//! The constant e of f64.
//!
//! diagnosis: double_precision

x.mapv(|v| 1.0 / (1.0 + std::f64::consts::E.powf(-v)))
