//! Assigns to x.
//!
//! diagnosis: input_changed

x = x.mapv(|v| v.max(0.0));
x
