//! The sigmoid of the sigmoid.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: sigmoid_twice

x.mapv(|v| { let s = 1.0 / (1.0 + (-v).exp()); let s = 1.0 / (1.0 + (-s).exp()); s * (1.0 - s) })
