//! `f32::max`, which drops NaN.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

x.mapv(|v| v.max(0.0))
