//! Assigns to x[0].
//!
//! diagnosis: input_changed

x[0] = 0.0;
x.clone()
