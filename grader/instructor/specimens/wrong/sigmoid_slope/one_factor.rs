//! Only what s lacks to 1.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: what_s_lacks

x.mapv(|v| 1.0 - 1.0 / (1.0 + (-v).exp()))
