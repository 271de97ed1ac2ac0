//! The sigmoid, and not its slope.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: sigmoid

x.mapv(|v| 1.0 / (1.0 + (-v).exp()))
