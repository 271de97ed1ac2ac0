//! input for x.
//!
//! diagnosis: unknown_name

input.mapv(|v| v.max(0.0))
