//! The value times its own sigmoid.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_one_half_at_zero, never_decreases,
//!     saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: silu

x.mapv(|v| v / (1.0 + (-v).exp()))
