//! What is next to 0 counts as 0.
//!
//! fails: some, holds_at_both_ends

x.mapv(|v| if v.is_nan() { v } else if v > 1e-6 { 1.0 } else { 0.0 })
