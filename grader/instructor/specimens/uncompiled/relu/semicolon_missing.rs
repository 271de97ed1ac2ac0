//! No semicolon after a let: rustc says it best.
//!
//! diagnosis: none

let y = x.mapv(|v| v.max(0.0))
y
