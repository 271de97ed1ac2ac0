//! std::cmp::max, which is for whole numbers.
//!
//! diagnosis: max_of_cmp

x.mapv(|v| std::cmp::max(v, 0.0))
