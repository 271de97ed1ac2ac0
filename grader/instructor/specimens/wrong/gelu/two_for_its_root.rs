//! Divided by 2, and not by its root.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: two_for_its_root

x.mapv(|v| if v < -20.0 { 0.0 } else { 0.5 * v * (1.0 + crate::math::erf(v / 2.0)) })
