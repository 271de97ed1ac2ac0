//! A power of two instead of a power of e.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: base_two

x.mapv(|v| 1.0 / (1.0 + (-v).exp2()))
