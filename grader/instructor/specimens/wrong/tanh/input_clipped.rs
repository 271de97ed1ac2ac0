//! The input is clipped to [-3, 3], where the examples end.
//!
//! fails: agrees_with_the_reference, saturates_without_overflow
//! diagnosis: input_clipped_3

x.mapv(|v| v.clamp(-3.0, 3.0).tanh())
