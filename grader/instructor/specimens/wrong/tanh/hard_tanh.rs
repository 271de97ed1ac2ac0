//! Hard tanh: the input, clipped.
//!
//! fails: agrees_with_the_reference, computes_the_example, stays_between_minus_one_and_one
//! diagnosis: hard_tanh

x.mapv(|v| v.clamp(-1.0, 1.0))
