//! The slope of tanh.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: slope_of_tanh

x.mapv(|v| 1.0 - v.tanh() * v.tanh())
