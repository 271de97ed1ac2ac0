//! sigmoid(2x) - 1: the 2 in front is missing.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_zero_at_zero,
//!     saturates_without_overflow
//! diagnosis: outer_factor_lost

x.mapv(|v| 1.0 / (1.0 + (-2.0 * v).exp()) - 1.0)
