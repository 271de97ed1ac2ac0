//! Sigmoid instead of tanh.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_zero_at_zero,
//!     saturates_without_overflow
//! diagnosis: sigmoid

x.mapv(|v| 1.0 / (1.0 + (-v).exp()))
