//! 1 / 1 + e^-x: the parentheses around the sum are missing.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_one_half_at_zero, never_decreases,
//!     saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: parentheses_lost

x.mapv(|v| 1.0 / 1.0 + (-v).exp())
