//! The square alone.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: one_lost

x.mapv(|v| v.tanh() * v.tanh())
