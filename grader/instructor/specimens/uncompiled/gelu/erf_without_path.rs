//! The error function without its module.
//!
//! diagnosis: needs_use

x.mapv(|v| 0.5 * v * (1.0 + erf(v / 2.0_f32.sqrt())))
