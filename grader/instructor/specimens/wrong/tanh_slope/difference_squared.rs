//! The whole difference is squared.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: difference_squared

x.mapv(|v| (1.0 - v.tanh()).powi(2))
