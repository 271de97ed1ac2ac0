//! The input is taken for an angle in degrees.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow
//! diagnosis: degrees

x.mapv(|v| v.to_radians().tanh())
