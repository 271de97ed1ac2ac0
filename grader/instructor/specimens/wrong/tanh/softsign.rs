//! Softsign, which needs no exponential.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow
//! diagnosis: softsign

x.mapv(|v| v / (1.0 + v.abs()))
