//! A plus where a minus belongs.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: plus_for_minus

x.mapv(|v| 1.0 + v.tanh() * v.tanh())
