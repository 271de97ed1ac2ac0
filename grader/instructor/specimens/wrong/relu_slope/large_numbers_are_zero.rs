//! A large number is given up.
//!
//! fails: holds_at_both_ends
//! diagnosis: none

x.mapv(|v| if v.is_nan() { v } else if v > 0.0 && v < 1e6 { 1.0 } else { 0.0 })
