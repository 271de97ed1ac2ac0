//! 1 stands where 0 belongs.
//!
//! fails: agrees_with_the_reference, computes_the_example, holds_at_both_ends
//! diagnosis: none

x.mapv(|v| if v.is_nan() { v } else if v > 1.0 { 1.0 } else { 0.0 })
