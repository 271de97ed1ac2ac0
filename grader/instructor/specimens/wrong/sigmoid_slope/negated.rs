//! s less 1.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: negated

x.mapv(|v| { let s = 1.0 / (1.0 + (-v).exp()); s * (s - 1.0) })
