//! The error function of a tensor.
//!
//! diagnosis: none

let share = 0.5 * (1.0 + crate::math::erf(x / 2.0_f32.sqrt()));
x * share
