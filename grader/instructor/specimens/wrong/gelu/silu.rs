//! SiLU, with which GELU is often confused.
//!
//! fails: agrees_with_the_reference, computes_the_example, has_its_limits_at_infinity
//! diagnosis: silu

x.mapv(|v| v / (1.0 + (-v).exp()))
