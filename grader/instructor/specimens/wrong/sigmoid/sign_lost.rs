//! The absolute value is taken for stability, and the sign of x never comes back.
//!
//! fails: agrees_with_the_reference, computes_the_example, never_decreases,
//!     saturates_without_overflow
//! diagnosis: sign_lost

x.mapv(|v| 1.0 / (1.0 + (-v.abs()).exp()))
