//! More than ten thousand values are refused.
//!
//! fails: computes_large_tensors
//! diagnosis: small_only

assert!(x.len() <= 10_000, "too many values");
x.mapv(|v| 1.0 / (1.0 + (-v).exp()))
