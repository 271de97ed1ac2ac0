//! NaN comes out as 0.
//!
//! fails: some, keeps_nan

self.right(x).mapv(|v| if v.is_nan() { 0.0 } else { v })
