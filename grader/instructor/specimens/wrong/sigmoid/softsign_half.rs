//! The S of x / (1 + |x|), moved to the range from 0 to 1.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow
//! diagnosis: softsign_half

x.mapv(|v| 0.5 + 0.5 * v / (1.0 + v.abs()))
