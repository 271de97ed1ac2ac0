//! The two branches have changed places.
//!
//! fails: agrees_with_the_reference, computes_the_example, holds_at_both_ends
//! diagnosis: other_side

x.mapv(|v| if v.is_nan() { v } else if v < 0.0 { 1.0 } else { 0.0 })
