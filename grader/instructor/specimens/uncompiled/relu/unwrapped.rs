//! unwrap of a tensor.
//!
//! diagnosis: nothing_to_unwrap

x.mapv(|v| v.max(0.0)).unwrap()
