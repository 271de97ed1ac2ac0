//! The half is missing.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: doubled

x.mapv(|v| if v < -20.0 { 0.0 } else { v * (1.0 + crate::math::erf(v / std::f32::consts::SQRT_2)) })
