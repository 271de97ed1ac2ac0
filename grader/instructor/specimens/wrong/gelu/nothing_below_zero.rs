//! The dip is cut off.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: none

x.mapv(|v| if v < 0.0 { 0.0 } else { 0.5 * v * (1.0 + crate::math::erf(v / std::f32::consts::SQRT_2)) })
