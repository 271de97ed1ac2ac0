//! A closure is missing.
//!
//! diagnosis: none

x.mapv()
