//! The square less 1.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: negated

x.mapv(|v| v.tanh().powi(2) - 1.0)
