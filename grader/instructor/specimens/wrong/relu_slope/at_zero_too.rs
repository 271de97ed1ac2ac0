//! 0 counts as above 0.
//!
//! fails: some, is_zero_at_zero

x.mapv(|v| if v.is_nan() { v } else if v >= 0.0 { 1.0 } else { 0.0 })
