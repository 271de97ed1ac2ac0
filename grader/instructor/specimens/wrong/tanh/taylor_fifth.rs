//! Three terms of the series around 0, limited to the range.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow,
//!     stays_between_minus_one_and_one
//! diagnosis: taylor_fifth_clipped

x.mapv(|v| (v - v.powi(3) / 3.0 + 2.0 * v.powi(5) / 15.0).clamp(-1.0, 1.0))
