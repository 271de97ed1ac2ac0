//! The output is clipped to [-0.999, 0.999], so that its inverse stays finite.
//!
//! fails: agrees_with_the_reference, saturates_without_overflow
//! diagnosis: output_clipped_999

x.mapv(|v| v.tanh().clamp(-0.999, 0.999))
