//! Multiplied by the root, and not divided.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: times_root_of_two

x.mapv(|v| if v < -20.0 { 0.0 } else { 0.5 * v * (1.0 + crate::math::erf(v * std::f32::consts::SQRT_2)) })
