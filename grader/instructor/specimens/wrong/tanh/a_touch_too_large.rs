//! A constant that is off in the seventh digit, so that the largest values exceed 1.
//!
//! fails: stays_between_minus_one_and_one
//! diagnosis: none

x.mapv(|v| v.tanh() * 1.0000005)
