//! v squared by ^.
//!
//! diagnosis: caret

x.mapv(|v| v - v ^ 3.0)
