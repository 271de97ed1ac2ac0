//! The two exponentials above are exchanged.
//!
//! fails: agrees_with_the_reference, computes_the_example, never_decreases,
//!     saturates_without_overflow
//! diagnosis: negated

x.mapv(|v| (2.0 / ((2.0 * v).exp() + 1.0)) - 1.0)
