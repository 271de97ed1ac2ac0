//! One over cosh, without the square.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: hyperbolic_secant

x.mapv(|v| 1.0 / v.cosh())
