//! Doubled, as if that were a square.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: operator_exchanged

x.mapv(|v| 1.0 - 2.0 * v.tanh())
