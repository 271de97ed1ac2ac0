//! X for x.
//!
//! diagnosis: unknown_name

X.mapv(|v| v.max(0.0))
