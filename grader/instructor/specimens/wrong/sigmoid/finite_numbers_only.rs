//! Anything that is not finite is refused.
//!
//! fails: keeps_nan, saturates_without_overflow
//! diagnosis: none

assert!(x.iter().all(|v| v.is_finite()), "only finite numbers have a probability");
x.mapv(|v| 1.0 / (1.0 + (-v).exp()))
