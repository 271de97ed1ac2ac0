//! The root of a number whose type nobody knows.
//!
//! diagnosis: number_without_type

x.mapv(|v| 0.5 * v * (1.0 + crate::math::erf(v / 2.0.sqrt())))
