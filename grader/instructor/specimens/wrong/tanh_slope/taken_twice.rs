//! tanh of tanh.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: tanh_twice

x.mapv(|v| 1.0 - v.tanh().tanh().powi(2))
