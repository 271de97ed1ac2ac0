//! x is halved before the formula.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow
//! diagnosis: flatter

x.mapv(|v| 1.0 / (1.0 + (-0.5 * v).exp()))
