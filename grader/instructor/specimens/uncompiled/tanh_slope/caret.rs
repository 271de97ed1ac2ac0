//! A caret for a square.
//!
//! diagnosis: caret

x.mapv(|v| 1.0 - v.tanh() ^ 2)
