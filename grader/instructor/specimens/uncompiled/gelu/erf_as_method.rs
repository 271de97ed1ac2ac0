//! The error function as a method, which f32 has not.
//!
//! diagnosis: none

x.mapv(|v| 0.5 * v * (1.0 + (v / 2.0_f32.sqrt()).erf()))
