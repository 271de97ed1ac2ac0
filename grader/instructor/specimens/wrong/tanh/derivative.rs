//! The derivative of tanh.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_zero_at_zero, never_decreases,
//!     saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: derivative

x.mapv(|v| 1.0 - v.tanh().powi(2))
