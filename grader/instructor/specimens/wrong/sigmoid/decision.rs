//! Rounded to a decision: 0 or 1.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_one_half_at_zero,
//!     saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: step_from_zero

x.mapv(|v| (1.0 / (1.0 + (-v).exp())).round())
