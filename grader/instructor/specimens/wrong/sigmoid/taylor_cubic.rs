//! The first terms of the series around 0, limited to the range.
//!
//! fails: agrees_with_the_reference, computes_the_example, never_decreases,
//!     saturates_without_overflow
//! diagnosis: taylor_cubic_clipped

x.mapv(|v| (0.5 + v / 4.0 - v.powi(3) / 48.0).clamp(0.0, 1.0))
