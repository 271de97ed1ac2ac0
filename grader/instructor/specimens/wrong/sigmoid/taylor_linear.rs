//! The tangent at 0, the first two terms of the series.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow,
//!     stays_between_zero_and_one
//! diagnosis: taylor_linear

x.mapv(|v| 0.5 + v / 4.0)
