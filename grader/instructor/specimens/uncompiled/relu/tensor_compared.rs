//! A tensor is compared with a number.
//!
//! diagnosis: tensor_compared

if x < 0.0 { 0.0 } else { x }
