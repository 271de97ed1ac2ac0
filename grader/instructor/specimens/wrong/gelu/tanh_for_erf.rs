//! tanh in place of the error function.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: tanh_for_erf

x.mapv(|v| if v < -20.0 { 0.0 } else { 0.5 * v * (1.0 + (v / std::f32::consts::SQRT_2).tanh()) })
