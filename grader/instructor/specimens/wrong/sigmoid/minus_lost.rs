//! The minus in front of x is missing.
//!
//! fails: agrees_with_the_reference, computes_the_example, never_decreases,
//!     saturates_without_overflow
//! diagnosis: minus_lost

x.mapv(|v| 1.0 / (1.0 + v.exp()))
