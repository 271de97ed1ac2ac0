//! 1 without a point.
//!
//! diagnosis: whole_number

x.mapv(|v| 1 - v.tanh() * v.tanh())
