//! The output is clipped to [0.01, 0.99], so that no logarithm of it can fail.
//!
//! fails: agrees_with_the_reference, saturates_without_overflow
//! diagnosis: output_clipped_01

x.mapv(|v| (1.0 / (1.0 + (-v).exp())).clamp(0.01, 0.99))
