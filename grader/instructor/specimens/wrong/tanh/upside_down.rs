//! The sum above and the difference below.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_zero_at_zero, never_decreases,
//!     saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: upside_down

x.mapv(|v| (v.exp() + (-v).exp()) / (v.exp() - (-v).exp()))
