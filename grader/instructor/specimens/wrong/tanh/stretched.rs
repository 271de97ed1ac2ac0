//! The stretched tanh of an old recommendation, 1.7159 * tanh(2x / 3).
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow,
//!     stays_between_minus_one_and_one
//! diagnosis: stretched

x.mapv(|v| 1.7159 * (2.0 * v / 3.0).tanh())
