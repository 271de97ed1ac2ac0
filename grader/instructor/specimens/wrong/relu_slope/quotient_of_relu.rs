//! ReLU divided by its input: at 0 there is nothing to divide by.
//!
//! fails: holds_at_both_ends, is_zero_at_zero
//! diagnosis: none

x.mapv(|v| (if v < 0.0 { 0.0 } else { v }) / v)
