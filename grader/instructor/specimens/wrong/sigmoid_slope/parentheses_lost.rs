//! No parentheses around the difference.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: zeros

x.mapv(|v| { let s = 1.0 / (1.0 + (-v).exp()); s * 1.0 - s })
