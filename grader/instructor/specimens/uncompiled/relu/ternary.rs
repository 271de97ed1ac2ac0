//! A conditional expression as in C.
//!
//! diagnosis: other_language

x.mapv(|v| v > 0.0 ? v : 0.0)
