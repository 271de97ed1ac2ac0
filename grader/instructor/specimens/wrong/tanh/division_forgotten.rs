//! (e^x - e^-x) / 2: that is the hyperbolic sine.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow,
//!     stays_between_minus_one_and_one
//! diagnosis: sinh

x.mapv(f32::sinh)
