//! Tanh instead of sigmoid.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_one_half_at_zero,
//!     saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: tanh

x.mapv(f32::tanh)
