//! The formula as it stands: minus infinity becomes NaN, as in PyTorch.
//!
//! fails: has_its_limits_at_infinity
//! diagnosis: overflows_to_nan

x.mapv(|v| 0.5 * v * (1.0 + crate::math::erf(v / std::f32::consts::SQRT_2)))
