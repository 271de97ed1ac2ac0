//! Another exercise without its use.
//!
//! diagnosis: needs_use

Sigmoid.forward(&(x * 2.0)) * 2.0 - 1.0
