//! A type that nobody can tell.
//!
//! diagnosis: none

let _ = Vec::new();
x.mapv(|v| v.max(0.0))
