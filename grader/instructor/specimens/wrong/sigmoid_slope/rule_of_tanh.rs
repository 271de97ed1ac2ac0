//! The rule of tanh.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: rule_of_tanh

x.mapv(|v| { let s = 1.0 / (1.0 + (-v).exp()); 1.0 - s * s })
