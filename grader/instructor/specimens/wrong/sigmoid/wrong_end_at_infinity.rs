//! Infinite inputs are answered apart, and both of them with 1.
//!
//! fails: saturates_without_overflow
//! diagnosis: none

x.mapv(|v| if v.is_infinite() { 1.0 } else { 1.0 / (1.0 + (-v).exp()) })
