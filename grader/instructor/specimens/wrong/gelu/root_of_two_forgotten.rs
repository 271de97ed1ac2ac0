//! The error function of x itself.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: root_of_two_forgotten

x.mapv(|v| if v < -20.0 { 0.0 } else { 0.5 * v * (1.0 + crate::math::erf(v)) })
