//! Stretched to the range from -1 to 1.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_one_half_at_zero,
//!     saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: centred

x.mapv(|v| 2.0 / (1.0 + (-v).exp()) - 1.0)
