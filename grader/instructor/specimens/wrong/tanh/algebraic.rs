//! x over the root of 1 + x^2.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow
//! diagnosis: algebraic

x.mapv(|v| v / 1_f32.hypot(v))
