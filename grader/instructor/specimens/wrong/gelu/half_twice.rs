//! The half is there twice.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: halved

x.mapv(|v| if v < -20.0 { 0.0 } else { 0.25 * v * (1.0 + crate::math::erf(v / std::f32::consts::SQRT_2)) })
