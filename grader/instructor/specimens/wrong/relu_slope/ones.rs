//! 1 everywhere, as the derivative of x.
//!
//! fails: agrees_with_the_reference, computes_the_example, holds_at_both_ends, is_zero_at_zero
//! diagnosis: ones

x.mapv(|v| if v.is_nan() { v } else { 1.0 })
