//! Every infinity becomes 0.
//!
//! fails: has_its_limits_at_infinity
//! diagnosis: none

x.mapv(|v| if v.is_infinite() { 0.0 } else { 0.5 * v * (1.0 + crate::math::erf(v / std::f32::consts::SQRT_2)) })
