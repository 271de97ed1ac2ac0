//! The sigmoid of minus x, plus one minus too many.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: s_squared

x.mapv(|v| { let s = 1.0 / (1.0 + v.exp()); (1.0 - s) * (1.0 - s) })
