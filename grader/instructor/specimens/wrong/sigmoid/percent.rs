//! In percent.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_one_half_at_zero,
//!     saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: percent

x.mapv(|v| 100.0 / (1.0 + (-v).exp()))
