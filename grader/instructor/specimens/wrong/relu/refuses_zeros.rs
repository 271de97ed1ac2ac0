//! A tensor of nothing but zeros is taken for one that was never filled.
//!
//! fails: is_zero_at_zero
//! diagnosis: none

assert!(x.len() < 2 || x.iter().any(|v| *v != 0.0), "an input that was never filled");
x.mapv(|v| if v < 0.0 { 0.0 } else { v })
