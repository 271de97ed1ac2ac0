//! A constant that is off in the seventh digit, so that the largest values exceed 1.
//!
//! fails: stays_between_zero_and_one
//! diagnosis: none

x.mapv(|v| 1.0000005 / (1.0 + (-v).exp()))
