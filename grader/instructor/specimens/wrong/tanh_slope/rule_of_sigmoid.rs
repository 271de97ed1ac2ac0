//! The rule of the sigmoid.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: rule_of_sigmoid

x.mapv(|v| { let t = v.tanh(); t * (1.0 - t) })
