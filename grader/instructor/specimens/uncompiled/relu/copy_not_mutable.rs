//! A copy without mut.
//!
//! diagnosis: not_mutable

let y = x.clone();
y.mapv_inplace(|v| v.max(0.0));
y
