//! A text that never ends.
//!
//! diagnosis: none

println!("hello);
x.mapv(|v| v.max(0.0))
