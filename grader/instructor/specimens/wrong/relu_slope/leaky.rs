//! The slope of LeakyReLU.
//!
//! fails: agrees_with_the_reference, computes_the_example, holds_at_both_ends, is_zero_at_zero
//! diagnosis: leaky

x.mapv(|v| if v.is_nan() { v } else if v > 0.0 { 1.0 } else { 0.01 })
