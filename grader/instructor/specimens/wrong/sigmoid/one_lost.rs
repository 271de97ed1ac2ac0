//! 1 / e^-x: the 1 in the sum is missing.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_one_half_at_zero,
//!     saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: exponential

x.mapv(|v| 1.0 / (-v).exp())
