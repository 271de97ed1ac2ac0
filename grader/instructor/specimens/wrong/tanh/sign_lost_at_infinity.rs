//! A large input is 1, whatever its sign.
//!
//! fails: saturates_without_overflow
//! diagnosis: none

x.mapv(|v| if v.abs() > 50.0 { 1.0 } else { v.tanh() })
