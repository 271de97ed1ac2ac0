//! tanh, and not its slope.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: tanh

x.mapv(f32::tanh)
