//! A plus above where the minus belongs.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_zero_at_zero,
//!     saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: ones

x.mapv(|v| ((-v).exp() + v.exp()) / (v.exp() + (-v).exp()))
