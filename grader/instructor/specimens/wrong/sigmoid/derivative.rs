//! The derivative of sigmoid.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_one_half_at_zero, never_decreases,
//!     saturates_without_overflow
//! diagnosis: derivative

let s = x.mapv(|v| 1.0 / (1.0 + (-v).exp()));
&s * (1.0 - &s)
